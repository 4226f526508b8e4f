// A mail server for the tests: node server.js [--tls KEY CERT] [--sign-in USER PASSWORD] [--port PORT]
// Writes {"listening": port} and then one line of JSON per mail it accepted.
// Whom it doesn't know (unknown@…) it refuses for good, whom it is too busy for (busy@…) for now.
import { readFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";

const option = (name, count) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : process.argv.slice(at + 1, at + 1 + count);
};
const refusal = (responseCode, message) => Object.assign(new Error(message), { responseCode });
const write = (value) => process.stdout.write(JSON.stringify(value) + "\n");

const tls = option("--tls", 2);
const signIn = option("--sign-in", 2);

const server = new SMTPServer({
  ...(tls ? { key: readFileSync(tls[0]), cert: readFileSync(tls[1]) } : { hideSTARTTLS: true }),
  authOptional: !signIn,
  disableReverseLookup: true,
  onAuth: ({ username, password }, session, done) =>
    signIn && username === signIn[0] && password === signIn[1]
      ? done(null, { user: username })
      : done(refusal(535, "Unknown user or wrong password")),
  onRcptTo: ({ address }, session, done) => {
    if (address.startsWith("unknown@")) done(refusal(550, "No such mailbox"));
    else if (address.startsWith("busy@")) done(refusal(451, "Try again later"));
    else done();
  },
  onData: (stream, session, done) => {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      write({
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(({ address }) => address),
        secure: session.secure,
        user: session.user ?? null,
        connection: session.id,
        raw: Buffer.concat(parts).toString("latin1"),
      });
      done();
    });
  },
});

server.on("error", () => {});
server.listen(Number(option("--port", 1)?.[0] ?? 0), "127.0.0.1", () =>
  write({ listening: server.server.address().port }),
);
// The test holds the other end of the input; when it goes, so does the server.
process.stdin.resume().on("end", () => process.exit(0));
