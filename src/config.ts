import { resolve } from "node:path";
import { z } from "zod";
import type { DatabaseConfig } from "./plumbing/database/database.ts";

/** Everything the environment decides; what an owner changes lives in the database instead. */
export type Config = {
  /** The one folder to back up. */
  dataFolder: string;
  port: number;
  /** The address listened on; "127.0.0.1" lets only this machine in, null is every address there is. */
  host: string | null;
  database: DatabaseConfig;
  /** The archive's address as its readers know it, without a slash at the end; null: as each request says. */
  publicAddress: string | null;
  /** How many reverse proxies stand before the archive and may be believed about addresses. */
  trustedProxies: number;
  mail: { server: string | null; from: string };
};

const environment = z.object({
  PRESSIE_DATA: z.string().min(1).default("data"),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PRESSIE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/+$/, ""))
    .optional(),
  PRESSIE_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Pressie <archive@localhost>"),
});

/** The environment says something the archive cannot use; `message` names the variable and what it may be. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads the environment; the only place that does.
 *
 * @throws ConfigError naming the first variable that is wrong
 */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const read = environment.safeParse(filled);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new ConfigError(`${issue?.path.join(".")}: ${issue?.message}`);
  }
  const values = read.data;
  const dataFolder = resolve(values.PRESSIE_DATA);
  return {
    dataFolder,
    port: values.PORT,
    host: values.HOST ?? null,
    database: values.DATABASE_URL
      ? {
          engine: "postgres",
          address: values.DATABASE_URL,
          replicaAddress: values.DATABASE_REPLICA_URL ?? null,
        }
      : { engine: "sqlite", file: resolve(dataFolder, "pressie.sqlite") },
    publicAddress: values.PRESSIE_URL ?? null,
    trustedProxies: values.PRESSIE_PROXIES,
    mail: { server: values.SMTP_URL ?? null, from: values.MAIL_FROM },
  };
}
