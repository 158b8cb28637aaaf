// Reads requests, one JSON a line, and writes for each how Twilio's own library signs it and whether it believes our signature.
const readline = require('node:readline');
const { getExpectedTwilioSignature, validateRequest } = require('twilio/lib/webhooks/webhooks');

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const { token, url, fields, signature } = JSON.parse(line);
  process.stdout.write(`${getExpectedTwilioSignature(token, url, fields)} ${validateRequest(token, signature, url, fields)}\n`);
});
