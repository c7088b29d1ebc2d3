import { createServer, type Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail server on this machine's own address, and what it was given, parsed back. */
export type MailServer = { address: string; letters: ParsedMail[]; close(): Promise<void> };

/** How a mail server says no: "550 no such person" to what is not known. */
export type No = { code: number; words: string };

/**
 * @param refuses receivers it knows nothing of (true), or says something else to
 * @param refusesSender what it says to whoever writes
 */
export async function startMailServer(
  refuses: (address: string) => boolean | No = () => false,
  refusesSender: () => No | null = () => null,
): Promise<MailServer> {
  const asError = ({ code, words }: No) => Object.assign(new Error(words), { responseCode: code });
  const letters: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, callback) {
      const no = refuses(address);
      if (no === false) return callback();
      return callback(asError(no === true ? { code: 550, words: "no such person" } : no));
    },
    onMailFrom(_address, _session, callback) {
      const no = refusesSender();
      return no === null ? callback() : callback(asError(no));
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

/** A server that says what it is told to: `say` hears the beginning of each connection ("") and every line that comes in. */
export async function startOddServer(
  say: (line: string, socket: Socket) => void,
): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    say("", socket);
    let left = "";
    socket.setEncoding("utf8").on("data", (piece: string) => {
      const lines = (left + piece).split("\r\n");
      left = lines.pop() ?? "";
      for (const line of lines) say(line, socket);
    });
  });
  const open = new Set<Socket>();
  server.on("connection", (socket) => open.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("a server listens on a port");
  return {
    address: `smtp://127.0.0.1:${at.port}`,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
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
