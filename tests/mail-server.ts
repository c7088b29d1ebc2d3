import { createServer } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail server on this machine's own address, and what it was given, parsed back. */
export type MailServer = { address: string; letters: ParsedMail[]; close(): Promise<void> };

/** @param refuses receivers it knows nothing of */
export async function startMailServer(
  refuses: (address: string) => boolean = () => false,
): Promise<MailServer> {
  const letters: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, callback) {
      if (!refuses(address)) return callback();
      return callback(Object.assign(new Error("no such person"), { responseCode: 550 }));
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then((letter) => {
        letters.push(letter);
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.server.address();
  if (at === null || typeof at === "string") throw new Error("a mail server listens on a port");
  return {
    address: `smtp://127.0.0.1:${at.port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The address of a mail server that cannot be reached: its port was free a moment ago. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (at === null || typeof at === "string") throw new Error("a server listens on a port");
  return `smtp://127.0.0.1:${at.port}`;
}
