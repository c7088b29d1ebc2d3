import type { Post } from "../plumbing/mail/post.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { urls } from "../vocabulary/urls.ts";

/**
 * Writes the letter with the link to a new password.
 *
 * @param publicAddress the archive's address as its readers know it, without a slash at the end
 */
export async function sendResetLetter(
  post: Post,
  t: Translate,
  archive: { name: string; publicAddress: string },
  request: { email: string; token: string },
): Promise<void> {
  const link = archive.publicAddress + urls.newPassword(request.token);
  await post.send({
    to: request.email,
    subject: t("A new password for {archive}", { archive: archive.name }),
    text: [
      t("Somebody, probably you, asked for a new password at {archive}.", { archive: archive.name }),
      t("Open this link within one hour to choose one:"),
      link,
      t("If it was not you, do nothing: your password stays as it is."),
    ].join("\n\n"),
  });
}
