import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, it } from "node:test";
import { ConfigError, readConfig } from "./config.ts";

describe("the configuration", () => {
  it("needs nothing to be set", () => {
    const config = readConfig({});
    assert.equal(config.port, 8080);
    assert.equal(config.host, null);
    assert.deepEqual(config.database, { engine: "sqlite", file: resolve("data/pressie.sqlite") });
    assert.equal(config.publicAddress, null);
    assert.equal(config.mail.server, null);
  });

  it("takes PostgreSQL when an address is given, and leaves empty variables out", () => {
    const config = readConfig({ DATABASE_URL: "postgres://user@host/pressie", PORT: "", SMTP_URL: "" });
    assert.deepEqual(config.database, {
      engine: "postgres",
      address: "postgres://user@host/pressie",
      replicaAddress: null,
    });
    assert.equal(config.port, 8080);
  });

  it("drops the slash at the end of the public address", () => {
    assert.equal(
      readConfig({ PRESSIE_URL: "https://stories.example/" }).publicAddress,
      "https://stories.example",
    );
  });

  for (const [name, value] of [
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://x/y"],
    ["PRESSIE_URL", "stories"],
    ["PRESSIE_PROXIES", "-1"],
    ["SMTP_URL", "http://mail"],
  ] as const)
    it(`names ${name} when it says "${value}"`, () => {
      assert.throws(
        () => readConfig({ [name]: value }),
        (cause) => cause instanceof ConfigError && cause.message.startsWith(`${name}: `),
      );
    });
});
