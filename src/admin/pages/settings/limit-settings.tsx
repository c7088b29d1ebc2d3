import { FieldGroup } from "../../../ui/form.ts";
import { NumberSetting } from "./number-setting.tsx";
import type { SettingsProps } from "./settings-props.ts";

/** What keeps one member from filling the machine. */
export function LimitSettings({ page, typed, errors }: SettingsProps) {
  const { t } = page;
  return (
    <FieldGroup
      legend={t("Limits")}
      hint={t(
        "They keep one upload from filling the machine. Whoever meets one is told so and loses nothing.",
      )}
    >
      <NumberSetting
        page={page}
        name="uploadMegabytes"
        label={t("Largest file, in megabytes")}
        says={t("A long novel is about one megabyte of text.")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="copyMegabytes"
        label={t("Largest copy from another archive, in megabytes")}
        says={t("Everything a member had elsewhere comes in one file, with pictures and earlier versions.")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="chapterCharacters"
        label={t("Longest chapter, in characters")}
        says={t("Two million characters are some 350,000 English words.")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="noteCharacters"
        label={t("Longest summary or note, in characters")}
        says={t("Twenty thousand characters are some seven printed pages.")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="importsAtOnce"
        label={t("Stories one member may have read in at the same time")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="unfinishedImports"
        label={t("Stories one member may have brought in and not yet saved")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="picturesKept"
        label={t("Pictures one member may keep")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="pictureMegabytes"
        label={t("All pictures of one member, in megabytes")}
        says={t("A picture from a phone is some two to five megabytes.")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="savedFilters"
        label={t("Filters one member may keep")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="subscriptionsKept"
        label={t("Things one member may follow")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="noticeDays"
        label={t("Days after which a notice is forgotten")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="letterDays"
        label={t("Days a letter is tried again while the mail server cannot be reached")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="shelvesKept"
        label={t("Shelves one member may keep")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="shelfWorks"
        label={t("Works on one shelf")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="ledgerLines"
        label={t("Lines of a reader’s ledger brought in as a sheet")}
        says={t("As many lines about works that are not here are kept for one reader.")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="devicesKept"
        label={t("E-readers and other devices of one member")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="autosavesKept"
        label={t("Unsaved texts of one member")}
        says={t(
          "What is typed is kept as it is typed: one text for each window in which a form stands open.",
        )}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="autosaveMegabytes"
        label={t("All unsaved texts of one member, in megabytes")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="autosaveDays"
        label={t("Days until an overtaken text is forgotten")}
        says={t(
          "That is what was typed and never saved, where something else was saved later. An unsaved text that is newer than what is saved is never forgotten.",
        )}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="commentCharacters"
        label={t("Longest comment, in characters")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="commentsOfMember"
        label={t("Comments one member may post in a quarter of an hour")}
        typed={typed}
        errors={errors}
      />
      <NumberSetting
        page={page}
        name="commentsOfGuest"
        label={t("Comments that may come from one household without an account in an hour")}
        typed={typed}
        errors={errors}
      />
    </FieldGroup>
  );
}
