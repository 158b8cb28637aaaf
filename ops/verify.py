#!/usr/bin/env python3
"""Checks a published pack of a vote: ops/verify.py PACK, a folder or a zip.

The second verifier. It needs Python 3.8 and its standard library, and shares no code with `ops/pb verify`: it was written from
the description of the format, ops/decisions/pack.md. Steps have the same numbers as there. Exit codes: 0 the pack
verifies, 1 it does not, 2 wrong use, 3 nothing could be read.
"""
import csv, hashlib, io, json, os, sys, zipfile
from collections import Counter, defaultdict


class Wrong(Exception):
    """The first difference, in words."""


def sha(data):
    return hashlib.sha256(data).hexdigest()


# --- ECDSA on P-256, checking only ---------------------------------------------------------------------------------

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)


def double(p):
    x, y, z = p
    if not y or not z:
        return (1, 1, 0)
    s = 4 * x * y * y % P
    m = 3 * (x - z * z) * (x + z * z) % P
    nx = (m * m - 2 * s) % P
    return (nx, (m * (s - nx) - 8 * pow(y, 4, P)) % P, 2 * y * z % P)


def add(p, q):
    if not p[2]:
        return q
    if not q[2]:
        return p
    (x1, y1, z1), (x2, y2, z2) = p, q
    u1, u2 = x1 * z2 * z2 % P, x2 * z1 * z1 % P
    s1, s2 = y1 * z2 ** 3 % P, y2 * z1 ** 3 % P
    if u1 == u2:
        return double(p) if s1 == s2 else (1, 1, 0)
    h, r = u2 - u1, s2 - s1
    hh = h * h % P
    hhh = h * hh % P
    x = (r * r - hhh - 2 * u1 * hh) % P
    return (x, (r * (u1 * hh - x) - s1 * hhh) % P, h * z1 * z2 % P)


def signed(point, message, signature):
    """Whether the 64 bytes r, s are a signature over the message by the key of this point."""
    qx, qy = point
    if len(signature) != 64 or (qy * qy - qx ** 3 + 3 * qx - B) % P:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < N and 0 < s < N):
        return False
    w = pow(s, N - 2, N)
    e = int.from_bytes(hashlib.sha256(message).digest(), "big")
    u, v = e * w % N, r * w % N
    g, q = (*G, 1), (qx, qy, 1)
    both, sum_ = add(g, q), (1, 1, 0)
    for bit in range(255, -1, -1):
        sum_ = double(sum_)
        which = (u >> bit & 1) + 2 * (v >> bit & 1)
        if which:
            sum_ = add(sum_, (None, g, q, both)[which])
    if not sum_[2]:
        return False
    z = pow(sum_[2], P - 2, P)
    return sum_[0] * z * z % P % N == r


# --- The Merkle tree of RFC 6962 -----------------------------------------------------------------------------------

def leaf_hash(leaf):
    return hashlib.sha256(b"\0" + leaf).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def roots(leaves, sizes):
    """The root of the first n leaves, for each n in sizes."""
    found, peaks, wanted = {}, [], set(sizes)
    for count in range(len(leaves) + 1):
        if count in wanted:
            root = hashlib.sha256(b"").digest()
            for place, (_, peak) in enumerate(reversed(peaks)):
                root = peak if place == 0 else node(peak, root)
            found[count] = root.hex()
        if count < len(leaves):
            height, tip = 0, leaves[count]
            while peaks and peaks[-1][0] == height:
                tip = node(peaks.pop()[1], tip)
                height += 1
            peaks.append((height, tip))
    return found


# --- Reading -------------------------------------------------------------------------------------------------------

def read(path):
    if os.path.isdir(path):
        return {name: open(os.path.join(path, name), "rb").read() for name in os.listdir(path)}
    with zipfile.ZipFile(path) as zipped:
        if len(set(zipped.namelist())) != len(zipped.namelist()) or sum(i.file_size for i in zipped.infolist()) > 2 << 30:
            raise OSError(path + " has a file twice, or is larger than 2 GiB unpacked")
        return {name: zipped.read(name) for name in zipped.namelist()}


class Pack:
    """The files of a pack; each is parsed when it is first asked for."""

    def __init__(self, files):
        self.files = files
        self.known = {}

    def raw(self, name):
        if name not in self.files:
            raise Wrong(name + ": the file is not in the pack")
        return self.files[name]

    def text(self, name):
        return self.raw(name).decode("utf-8")

    def lines(self, name):
        text = self.text(name)
        if not text.endswith("\n"):
            raise Wrong(name + ": it does not end in a line feed")
        return text[:-1].split("\n")

    def once(self, name, make):
        if name not in self.known:
            self.known[name] = make()
        return self.known[name]

    def object(self, name):
        return self.once(name, lambda: json.loads(self.text(name)))

    def objects(self, name):
        return self.once(name, lambda: [json.loads(line) for line in self.lines(name)])

    def table(self, name, head):
        def make():
            rows = list(csv.reader(io.StringIO(self.text(name), newline="")))
            if rows[0] != head.split(","):
                raise Wrong(name + ", line 1: " + head + " is expected")
            for number, row in enumerate(rows):
                if len(row) != len(rows[0]):
                    raise Wrong("%s, line %d: %d fields are expected" % (name, number + 1, len(rows[0])))
            return [dict(zip(rows[0], row)) for row in rows[1:]]
        return self.once(name, make)

    setup = property(lambda self: self.object("setup.json"))
    rules = property(lambda self: self.object("rules.json"))
    round = property(lambda self: self.setup["round"])
    level = property(lambda self: self.object("publication.json")["level"])
    events = property(lambda self: self.objects("events.jsonl"))
    heads = property(lambda self: self.objects("heads.jsonl"))

    @property
    def leaves(self):
        def make():
            leaves = []
            for line in self.lines("leaves.txt"):
                place, digest = line.split(" ")
                if int(place) != len(leaves) or len(digest) != 64:
                    raise Wrong("leaves.txt, line %d: leaf %d and its hash are expected" % (len(leaves) + 1, len(leaves)))
                leaves.append(bytes.fromhex(digest))
            return leaves
        return self.once("leaves", make)

    @property
    def headers(self):
        def make():
            rows = self.table("headers.csv", "index,tag,version,choices,area,class")
            for row in rows:
                row["index"], row["version"] = int(row["index"]), int(row["version"])
                if not 0 <= row["index"] < len(self.leaves):
                    raise Wrong("headers.csv: there is no leaf %d" % row["index"])
            return rows
        return self.once("headers", make)

    @property
    def ballots(self):
        def make():
            rows = self.table("ballots.csv", "index,salt,choices")
            for row in rows:
                row["index"] = int(row["index"])
                row["numbers"] = [int(n) for n in row["choices"].split(",")] if row["choices"] else []
            return rows
        return self.once("ballots", make)

    @property
    def key(self):
        point = bytes.fromhex(self.setup["logKey"])
        if self.setup["algorithm"] != "ECDSA-P256-SHA256" or len(point) != 65 or point[0] != 4:
            raise Wrong("setup.json: this verifier knows ECDSA-P256-SHA256 only")
        return int.from_bytes(point[1:33], "big"), int.from_bytes(point[33:], "big")

    @property
    def newest(self):
        """By tag, the header of its newest version."""
        newest = {}
        for header in self.headers:
            if header["tag"] not in newest or newest[header["tag"]]["version"] < header["version"]:
                newest[header["tag"]] = header
        return newest

    @property
    def set_aside(self):
        tags = {self.leaves[h["index"]].hex(): h["tag"] for h in self.headers}
        found = set()
        for event in self.events:
            if event["type"] == "annul":
                leaf = json.loads(event["body"])["leaf"]
                if leaf not in tags:
                    raise Wrong("event %d sets aside %s, which is no ballot in the log" % (event["index"], leaf))
                found.add(tags[leaf])
        return found


# --- Steps 1 to 5: files, signatures, the log ----------------------------------------------------------------------

def listed(pack):
    names = [line.split("  ", 1)[1] for line in pack.lines("manifest.sha256")] + ["manifest.sha256", "manifest.sig"]
    for name in names:
        if name not in pack.files:
            raise Wrong(name + " is missing")
    for name in pack.files:
        if name not in names:
            raise Wrong(name + " is not in the manifest")


def unchanged(pack):
    for line in pack.lines("manifest.sha256"):
        digest, name = line.split("  ", 1)
        if sha(pack.raw(name)) != digest:
            raise Wrong("%s has the hash %s, not %s" % (name, sha(pack.raw(name)), digest))


def manifest_signed(pack):
    text = "pb-manifest/1\n%s\n%s\n" % (pack.round, sha(pack.raw("manifest.sha256")))
    if not signed(pack.key, text.encode(), bytes.fromhex(pack.text("manifest.sig").strip())):
        raise Wrong("manifest.sig is not a signature of manifest.sha256")


def heads_signed(pack):
    for head in pack.heads:
        text = "pb-head/1\n%s\n%d\n%s\n%d\n%s\n" % (pack.round, head["size"], head["root"], head["batch"], head["time"])
        if not signed(pack.key, text.encode(), bytes.fromhex(head["signature"])):
            raise Wrong("the signature of head %d is not of this head" % head["batch"])


def last_root(pack):
    if pack.heads[-1]["size"] != len(pack.leaves):
        raise Wrong("the last head is of %d leaves, and there are %d" % (pack.heads[-1]["size"], len(pack.leaves)))
    root = roots(pack.leaves, [len(pack.leaves)])[len(pack.leaves)]
    if root != pack.heads[-1]["root"]:
        raise Wrong("the root of the leaves is %s, and the last head says %s" % (root, pack.heads[-1]["root"]))


def heads_in_order(pack):
    size, time = 0, ""
    for place, head in enumerate(pack.heads):
        if head["batch"] != place or head["size"] <= size or head["time"] < time:
            raise Wrong("head %d does not follow the one before it" % head["batch"])
        size, time = head["size"], head["time"]


def prefixes(pack):
    found = roots(pack.leaves, [head["size"] for head in pack.heads])
    for head in pack.heads:
        if found.get(head["size"]) != head["root"]:
            raise Wrong("head %d says %s, and the first leaves give %s" % (head["batch"], head["root"], found.get(head["size"])))


def setup_first(pack):
    first = pack.events[0]
    if (first["index"], first["type"], first["body"]) != (0, "setup", pack.text("setup.json")):
        raise Wrong("setup.json is not what leaf 0 commits to")


def rules_frozen(pack):
    if sha(pack.raw("rules.json")) != pack.setup["rules"] or pack.rules["round"] != pack.round:
        raise Wrong("rules.json is not the one that the set-up names")


def events_in_leaves(pack):
    for event in pack.events:
        leaf = "pb-event/1\nround=%s\ntype=%s\nbody=%s\n" % (pack.round, event["type"], sha(event["body"].encode()))
        if not 0 <= event["index"] < len(pack.leaves) or leaf_hash(leaf.encode()) != pack.leaves[event["index"]]:
            raise Wrong("the event %s is not what leaf %d commits to" % (event["type"], event["index"]))


# --- Steps 6 to 9: ballots -----------------------------------------------------------------------------------------

def each_leaf_once(pack):
    times = Counter([event["index"] for event in pack.events] + [header["index"] for header in pack.headers])
    for place in range(len(pack.leaves)):
        if times[place] > 1:
            raise Wrong("leaf %d stands for two things" % place)
        if times[place] < 1:
            raise Wrong("leaf %d is neither an event nor a ballot" % place)


def headers_in_leaves(pack):
    for header in pack.headers:
        leaf = "pb-ballot/1\nround=%s\ntag=%s\nversion=%d\nchoices=%s\narea=%s\nclass=%s\n" % (
            pack.round, header["tag"], header["version"], header["choices"], header["area"], header["class"])
        if leaf_hash(leaf.encode()) != pack.leaves[header["index"]]:
            raise Wrong("the header of leaf %d is not what the leaf commits to" % header["index"])


def opened(pack):
    headers = {header["index"]: header for header in pack.headers}
    for ballot in pack.ballots:
        committed = sha(b"pb/1/field/choices\0" + bytes.fromhex(ballot["salt"]) + ballot["choices"].encode())
        if ballot["index"] not in headers or committed != headers[ballot["index"]]["choices"]:
            raise Wrong("the choices %s are not what leaf %d commits to" % (ballot["choices"], ballot["index"]))


def versions(pack):
    by_tag = defaultdict(list)
    for header in pack.headers:
        by_tag[header["tag"]].append(header["version"])
    for tag, found in by_tag.items():
        if sorted(found) != list(range(1, len(found) + 1)):
            raise Wrong("under the tag %s stand the versions %s" % (tag, ", ".join(map(str, sorted(found)))))


def newest_counts(pack):
    tags, newest, seen = {h["index"]: h["tag"] for h in pack.headers}, pack.newest, set()
    for ballot in pack.ballots:
        tag = tags[ballot["index"]]
        if newest[tag]["index"] != ballot["index"]:
            raise Wrong("leaf %d is counted, and leaf %d is newer" % (ballot["index"], newest[tag]["index"]))
        if tag in seen:
            raise Wrong("leaf %d is counted twice" % ballot["index"])
        seen.add(tag)


def valid(pack):
    rules, prices = pack.rules["rules"], {p["number"]: p["price"] for p in pack.rules["projects"]}
    for ballot in pack.ballots:
        numbers, where = ballot["numbers"], "the ballot in leaf %d " % ballot["index"]
        for number in numbers:
            if number not in prices:
                raise Wrong(where + "chooses project %d, which is not on the ballot" % number)
        if numbers != sorted(set(numbers)) or ballot["choices"] != ",".join(map(str, numbers)):
            raise Wrong(where + "does not list its projects once each in rising order")
        if not numbers:
            continue  # a vote that was taken back
        if len(numbers) < rules["minChoices"] or (rules["maxChoices"] is not None and len(numbers) > rules["maxChoices"]):
            raise Wrong(where + "chooses %d projects" % len(numbers))
        if rules["type"] == "Knapsack" and sum(prices[n] for n in numbers) > pack.rules["budget"]:
            raise Wrong(where + "costs more than the pot")


def left_out(pack):
    counted, aside = {ballot["index"] for ballot in pack.ballots}, pack.set_aside
    for tag, header in pack.newest.items():
        if (header["index"] in counted) == (tag in aside):
            raise Wrong("leaf %d %s" % (header["index"], "was set aside and is counted" if tag in aside else
                                        "is not counted, and no event set it aside"))


# --- Steps 10 to 14: figures, lot, count ---------------------------------------------------------------------------

def register(pack):
    voters = [row["count"] for row in pack.table("register-counts.csv", "kind,name,count") if row["kind"] == "voters"]
    if voters != [str(len(pack.newest))]:
        raise Wrong("%s people are marked, and the ballots are under %d tags" % (", ".join(voters), len(pack.newest)))


def groups(pack):
    rows = pack.table("register-counts.csv", "kind,name,count")
    for kind in {row["kind"] for row in rows} - {"voters"}:
        told = [row["count"] for row in rows if row["kind"] == kind]
        known = [int(count) for count in told if count != "withheld"]
        off = sum(known) - len(pack.newest)
        if off > 2 * len(known) or (len(known) == len(told) and -off > 2 * len(known)):
            raise Wrong("the figures by %s add up to %d of %d" % (kind, sum(known), len(pack.newest)))


def level(pack):
    told, counted = pack.object("publication.json"), len(pack.newest) - len(pack.set_aside)
    alone = told["alone"]
    if told["level"] == 1:
        alone = sum(1 for times in Counter(ballot["choices"] for ballot in pack.ballots).values() if times == 1)
    right = 3 if counted < 100 else 2 if 5 * alone > counted else 1
    if (told["ballots"], told["alone"], told["level"]) != (counted, alone, right):
        raise Wrong("publication.json says level %s, %s ballots, %s alone; it is level %d, %d, %d" % (
            told["level"], told["ballots"], told["alone"], right, counted, alone))


def close_last(pack):
    ends = [event for event in pack.events if event["type"] in ("close", "reopen")]
    if not ends or ends[-1]["type"] != "close":
        raise Wrong("the log does not end with a close")
    for header in pack.headers:
        if header["index"] > ends[-1]["index"]:
            raise Wrong("leaf %d is a ballot and stands after the close" % header["index"])


def close_counts(pack):
    close = json.loads([event for event in pack.events if event["type"] == "close"][-1]["body"])
    found = {"ballots": len(pack.headers), "tags": len(pack.newest), "voters": len(pack.newest)}
    for name, number in found.items():
        if close[name] != number:
            raise Wrong("the close says %d %s, and it is %d" % (close[name], name, number))


def drawn(pack):
    if pack.level > 1:
        return pack.object("seed.json")["seed"] or ""
    times = Counter(ballot["choices"] for ballot in pack.ballots)
    lines = sorted("%s x %d\n" % (choices, number) for choices, number in times.items())
    return "%s|%s" % (pack.setup["rules"], sha("".join(lines).encode()))


def seed(pack):
    told = pack.object("seed.json")
    if told["scheme"] != "rules-and-ballots" or told["seed"] not in (None, drawn(pack)):
        raise Wrong("the seed in seed.json is %s, and rules and ballots give %s" % (told["seed"], drawn(pack)))


def trace_rows(pack):
    return [line.split("\t") for line in pack.lines("trace.txt")[1:]]


def votes(pack):
    if pack.level == 1:
        return Counter(number for ballot in pack.ballots for number in ballot["numbers"])
    if pack.level == 2:
        entries = {(int(row["project"]), row["entry"]) for row in pack.table("entries.csv", "project,entry")}
        return Counter(project for project, _ in entries)
    return Counter({int(row[0]): int(row[1]) for row in trace_rows(pack)})


class Unknown(Exception):
    """What this script cannot do, in words."""


def greedy(pack):
    """Most votes first; each project in turn gets what the rules give it. The rows of trace.txt."""
    rules, have, lot = pack.rules["rules"], votes(pack), drawn(pack)
    if rules.get("rule", "greedy_cost") != "greedy_cost":
        raise Unknown("this script counts by most votes only, and the rule is %s; ops/pb verify counts by it" % rules["rule"])
    prices = {project["number"]: project["price"] for project in pack.rules["projects"]}
    ticket = {number: sha(("pb/1/tie\0%s\0%d" % (lot, number)).encode()) for number in prices}
    if set(have) - set(prices):
        raise Wrong("there are votes for projects that are not on the ballot")
    tie = {"CheaperFirst": lambda n: (prices[n], n), "LowerNumberFirst": lambda n: n, "Lot": lambda n: (ticket[n], n)}[rules["ties"]]
    budget = left = pack.rules["budget"]
    how, winners, stopped, rows = rules["whenItDoesNotFit"], set(), False, []

    def reaches(money, cost):
        return how in ("PartFund", "TopUp") and money * 100 >= cost * 80

    for number in sorted(prices, key=lambda n: (-have[n], tie(n))):
        cost, before, award = prices[number], left, 0
        hopeless = cost > budget and not reaches(budget, cost)
        rivals = [group for group in pack.rules["exclusive"] if number in group]
        if have[number] == 0:
            outcome = "NoSupport"
        elif have[number] < rules["minimumVotes"]:
            outcome = "TooFewVotes"
        elif hopeless:
            outcome = "DoesNotFit"
        elif any(winners & set(group) for group in rivals):
            outcome = "Excluded"
        elif stopped:
            outcome = "AfterTheStop"
        elif cost <= left:
            outcome, award = "Funded", cost
        elif not reaches(left, cost):
            outcome = "DoesNotFit"
        else:
            outcome, award = ("ToppedUp", cost) if how == "TopUp" else ("PartFunded", left)
        if outcome in ("Funded", "ToppedUp", "PartFunded"):
            left = max(0, left - award)
            winners.add(number)
        if outcome in ("ToppedUp", "PartFunded") or (outcome == "DoesNotFit" and not hopeless):
            stopped = stopped or how != "Skip"
        rows.append([str(v) for v in (number, have[number], cost, award, before, left, outcome)])
    return rows


def result(pack):
    told, rows = pack.object("result.json"), greedy(pack)
    count = told["count"]
    names = ("number", "votes", "cost", "awarded", "moneyBefore", "moneyAfter", "outcome")
    published = [[str(step[name]) for name in names] for step in count["steps"]]
    for mine, theirs in zip(rows, published):
        if mine != theirs:
            raise Wrong("result.json says %s, and counting again gives %s" % (", ".join(theirs), ", ".join(mine)))
    figures = {"ballots": len(pack.newest) - len(pack.set_aside), "budget": pack.rules["budget"], "spent": sum(int(row[3]) for row in rows)}
    for name, number in figures.items():
        if count[name] != number:
            raise Wrong("result.json says %s %s, and counting again gives %d" % (name, count[name], number))
    if len(rows) != len(published) or told["projects"] != pack.rules["projects"] or told["currency"] != pack.rules["currency"]:
        raise Wrong("result.json has other projects or another currency than rules.json")
    if told.get("lotSeed") not in (None, drawn(pack)):
        raise Wrong("result.json names another seed of the lot")


def trace(pack):
    text = "".join("\t".join(row) + "\n" for row in [["number", "votes", "cost", "awarded", "before", "after", "outcome"]] + greedy(pack))
    for number, (theirs, mine) in enumerate(zip(pack.text("trace.txt").split("\n"), text.split("\n"))):
        if theirs != mine:
            raise Wrong("trace.txt, line %d, says “%s”, and counting again gives “%s”" % (number + 1, theirs, mine))
    if pack.text("trace.txt") != text:
        raise Wrong("trace.txt is longer or shorter than it should be")


def pabulib(pack):
    rows = list(csv.reader(io.StringIO(pack.text("ballots.pb"), newline=""), delimiter=";"))
    cut, end = rows.index(["PROJECTS"]), rows.index(["VOTES"])
    funded = {row[0] for row in greedy(pack) if row[6] in ("Funded", "ToppedUp")}
    head = rows[cut + 1]
    for project in (dict(zip(head, row)) for row in rows[cut + 2:end]):
        if (project["project_id"] in funded) != (project["selected"] == "1"):
            raise Wrong("ballots.pb has another outcome for project " + project["project_id"])
    theirs = [(int(row[0]), row[1]) for row in rows[end + 2:]]
    mine = [(ballot["index"], ballot["choices"]) for ballot in pack.ballots]
    for a, b in zip(theirs, mine):
        if a != b:
            raise Wrong("ballots.pb has the choices %s for voter %d, and leaf %d has %s" % (a[1], a[0], b[0], b[1]))
    if len(theirs) != len(mine):
        raise Wrong("ballots.pb has %d votes, not %d" % (len(theirs), len(mine)))


# Each step: number, what it shows, the check, and up to which level of publication it can be made.
STEPS = [
    ("1.1", "the manifest names every file and no other", listed, 3),
    ("1.2", "every file is as the manifest says", unchanged, 3),
    ("2.1", "the manifest is signed with the round's key", manifest_signed, 3),
    ("2.2", "every head is signed with the round's key", heads_signed, 3),
    ("3.1", "the leaves give the last head's root", last_root, 3),
    ("4.1", "the heads stand in their order", heads_in_order, 3),
    ("4.2", "every earlier head is of the first leaves of this log", prefixes, 3),
    ("5.1", "the set-up is leaf 0", setup_first, 3),
    ("5.2", "the rules are those of the set-up", rules_frozen, 3),
    ("5.3", "every event stands in its leaf", events_in_leaves, 3),
    ("6.1", "every leaf is an event or a ballot, and only one", each_leaf_once, 3),
    ("6.2", "every ballot's header hashes into its leaf", headers_in_leaves, 3),
    ("6.3", "every opened ballot hashes into its leaf", opened, 1),
    ("7.1", "versions under a tag are 1, 2, 3 …", versions, 3),
    ("7.2", "the newest version under a tag is counted, once", newest_counts, 1),
    ("8.1", "every counted ballot keeps to the rules", valid, 1),
    ("9.1", "every ballot that was set aside is in the log", lambda pack: pack.set_aside, 3),
    ("9.2", "a ballot is left out only if an event set it aside", left_out, 1),
    ("10.1", "as many people are marked as having voted as there are tags", register, 3),
    ("10.2", "what is told of groups of people adds up", groups, 3),
    ("10.3", "no more is held back than the rule of publication says", level, 3),
    ("11.1", "no ballot came after the close", close_last, 3),
    ("11.2", "the close says how many ballots there are", close_counts, 3),
    ("12.1", "the seed of the lot is made from rules and ballots", seed, 1),
    ("13.1", "the result, counted again, is the published one", result, 3),
    ("13.2", "the trace, counted again, is the published one", trace, 3),
    ("14.1", "the Pabulib file has the same ballots and winners", pabulib, 1),
]


def main(arguments):
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print(__doc__)
        return 0 if arguments == ["--help"] else 2
    try:
        pack = Pack(read(arguments[0]))
    except (OSError, zipfile.BadZipFile) as wrong:
        print("verify.py: %s" % wrong, file=sys.stderr)
        return 3
    failed = skipped = 0
    for number, what, check, up_to in STEPS:
        try:
            if up_to < 3 and pack.level > up_to:
                skipped += 1
                print("SKIP %s %s: ballots are not opened at level %d" % (number, what, pack.level))
                continue
            check(pack)
            print("PASS %s %s" % (number, what))
        except Unknown as why:
            skipped += 1
            print("SKIP %s %s: %s" % (number, what, why))
        except (Wrong, ValueError, KeyError, IndexError, TypeError) as wrong:
            failed += 1
            print("FAIL %s %s: %s%s" % (number, what, "" if isinstance(wrong, Wrong) else "it is not as the format says: ", wrong))
    if failed:
        print("This pack does not verify: %d checks failed." % failed)
        return 1
    print("This pack verifies." if not skipped else "This pack verifies as far as it goes: %d checks could not be made." % skipped)
    print("Compare with what was made public at the time: key %s\nand root %s" % (pack.setup["logKey"], pack.heads[-1]["root"]))
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
