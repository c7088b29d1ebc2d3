import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { TooLargePage } from "./pages/refusal-pages.tsx";
import type { ArchiveEnvironment } from "./request.ts";

/** A form-encoded text may take three bytes for one; a file travels as it is. */
const encodingFactor = 3;

/**
 * Refuses what is larger than the archive takes, before it is read into memory: told by its length
 * when it says so, cut off at the limit when it does not.
 */
export function limitRequestSize(settings: SettingsKeeper): MiddlewareHandler<ArchiveEnvironment> {
  return async (context, next) => {
    const { uploadMegabytes } = await settings.current();
    return bodyLimit({
      maxSize: uploadMegabytes * 1_000_000 * encodingFactor,
      onError: (refused) =>
        refused.html(<TooLargePage page={refused.var.page} megabytes={uploadMegabytes} />, 413),
    })(context, next);
  };
}
