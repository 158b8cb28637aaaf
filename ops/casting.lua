-- For wrk: each line of the file is one voter's cookies, a tab, and the form that the voter sends. No form is sent twice while there are others.
local threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

function init(args)
  forms, at, acknowledged, other = {}, 0, 0, 0
  local n = 0
  for line in io.lines(args[1]) do
    if n % 2 == id then
      local cookies, body = line:match("^(.-)\t(.*)$")
      table.insert(forms, wrk.format("POST", nil, { ["Cookie"] = cookies, ["Content-Type"] = "application/x-www-form-urlencoded" }, body))
    end
    n = n + 1
  end
end

function request()
  at = at + 1
  if at > #forms then wrk.thread:stop() end
  return forms[math.min(at, #forms)]
end

function response(status, headers)
  local location = headers["Location"] or ""
  if status == 302 and location:sub(-8) == "/receipt" then acknowledged = acknowledged + 1 else other = other + 1 end
end

function done()
  local sums = { acknowledged = 0, other = 0 }
  for _, thread in ipairs(threads) do
    for what in pairs(sums) do sums[what] = sums[what] + thread:get(what) end
  end
  print(string.format("acknowledged %d, other answers %d", sums.acknowledged, sums.other))
end
