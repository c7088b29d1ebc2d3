import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import { giveHelpingRole, helpingRoles, listHelpers, OwnerKept } from "../helpers.ts";
import { ownerOf } from "../member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../request.ts";
import { HelpersPage, type TypedHelper } from "./helpers-page.tsx";

/** Shows the owner who helps with the archive. */
export function showHelpers(database: Database): ArchiveHandler {
  return (context) => {
    ownerOf(context);
    return answer(context, database, { name: "", role: "wrangler" }, {});
  };
}

/** Asks somebody to help, or lets them be a member like others again. */
export function handleHelpers(database: Database): ArchiveHandler {
  return async (context) => {
    ownerOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const typed = { name: form.text("name").trim(), role: form.text("role") };
    const role = [...helpingRoles, "member" as const].find((one) => one === typed.role);
    if (typed.name === "" || !role)
      return answer(context, database, typed, {
        ...(typed.name === "" && { name: t("Type the name they write under.") }),
        ...(!role && { role: t("Choose what they may do.") }),
      });
    try {
      await database.write((writer) => giveHelpingRole(writer, typed.name, role, Date.now()));
    } catch (cause) {
      const sentence = refusalOf(cause, t);
      if (sentence === null) throw cause;
      return answer(context, database, typed, { name: sentence });
    }
    context.var.sayNext("helper-changed");
    return context.redirect(urls.helpers(), 303);
  };
}

function refusalOf(cause: unknown, t: Translate): string | null {
  if (cause instanceof NotFound) return t("Nobody here writes under this name. Type it exactly.");
  if (cause instanceof OwnerKept)
    return t("That is you. The owner stays the owner, so that nobody is locked out of the archive.");
  return null;
}

async function answer(context: ArchiveContext, database: Database, typed: TypedHelper, errors: FieldErrors) {
  return context.html(
    <HelpersPage
      page={context.var.page}
      helpers={await listHelpers(database.reading)}
      typed={typed}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}
