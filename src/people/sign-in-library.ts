import { betterAuth } from "better-auth";
import type { Database } from "../plumbing/database/database.ts";
import { newId } from "../vocabulary/ids.ts";

/** Shortest and longest password, in characters; length is what protects (NIST SP 800-63B-4 §3.1.1). */
export const passwordLength = { least: 10, most: 128 };

/** How long a link to choose a new password works, in seconds. */
export const resetLinkSeconds = 3600;

/** What a reset link is made of; the letter around it is ours (see `send-reset-letter.ts`). */
export type ResetTokenListener = (request: { email: string; name: string; token: string }) => Promise<void>;

/** Told when somebody chose a new password by such a link, after every session of theirs was ended. */
export type PasswordListener = (accountId: string) => Promise<void>;

/**
 * The library that keeps accounts, password hashes (scrypt, off the main thread), sessions and
 * one-time tokens. Its own web pages are not mounted: our forms post to our handlers, which call its
 * server functions. It stores no IP address and no browser name.
 *
 * @param secret signs the session cookie; changing it signs everybody out
 * @param publicAddress the archive's own address, or null; https makes cookies `Secure`
 */
export function openSignInLibrary(
  database: Database,
  secret: string,
  publicAddress: string | null,
  onResetToken: ResetTokenListener,
  onNewPassword: PasswordListener,
) {
  const overHttps = publicAddress?.startsWith("https:") ?? false;
  return betterAuth({
    appName: "Pressie",
    baseURL: publicAddress ?? "http://localhost",
    secret,
    telemetry: { enabled: false },
    logger: { level: "error" },
    database: {
      db: database.forLibraries,
      type: database.engine,
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      resetPasswordTokenExpiresIn: resetLinkSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        await onResetToken({ email: user.email, name: user.name, token });
      },
      onPasswordReset: async ({ user }) => {
        await onNewPassword(user.id);
      },
    },
    user: {
      modelName: "accounts",
      additionalFields: { role: { type: "string", required: true, defaultValue: "member", input: false } },
    },
    account: { modelName: "credentials" },
    // A stolen copy of the database holds no link that still opens an account.
    verification: { modelName: "verifications", storeIdentifier: "hashed" },
    session: {
      modelName: "sessions",
      // Long, and renewed by use: nobody loses a chapter to a short session (WCAG 2.2.1).
      expiresIn: 60 * 60 * 24 * 90,
      updateAge: 60 * 60 * 24 * 7,
    },
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, userAgent: null, ipAddress: null } }) },
      },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "pressie",
      useSecureCookies: overHttps,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: overHttps },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
  });
}

/** The library as the rest of `people/` holds it. */
export type SignInLibrary = ReturnType<typeof openSignInLibrary>;
