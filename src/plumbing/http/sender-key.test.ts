import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { senderKey } from "./sender-key.ts";

describe("what stands for a sender", () => {
  const of = (address: string) => senderKey(address, null, 0);

  it("is one for all addresses of a household's /64, however they are written", () => {
    assert.equal(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::9"));
    assert.equal(of("2001:db8::a:b:c:d"), of("2001:db8:0:0:1:2:3:4"));
    assert.notEqual(of("2001:db8:1:2::9"), of("2001:db8:1:3::9"));
  });

  it("is the same for an IPv4 address in IPv6 dress, and differs between IPv4 addresses", () => {
    assert.equal(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    assert.notEqual(of("192.0.2.1"), of("192.0.2.2"));
  });

  it("believes a forwarded address only from a trusted proxy, and then the last", () => {
    assert.equal(senderKey("192.0.2.1", "198.51.100.7", 0), of("192.0.2.1"));
    assert.equal(senderKey("192.0.2.1", "203.0.113.9, 198.51.100.7", 1), of("198.51.100.7"));
    assert.equal(senderKey("192.0.2.1", "198.51.100.7:4711", 1), of("198.51.100.7"));
  });
});
