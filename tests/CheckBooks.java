import com.adobe.epubcheck.tool.EpubChecker;

/** Puts many books through the checker in one run of Java, whose start costs more than most books do. */
class CheckBooks {
  public static void main(String[] books) {
    for (String book : books) new EpubChecker().run(new String[] {"--json", book + ".json", book});
  }
}
