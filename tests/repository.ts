import { dirname, join } from "node:path";

const here = import.meta.dirname;

/** The folder of the project itself, whether a test runs from `dist/` or from its sources. */
export const repository = dirname(here.endsWith(join("dist", "tests")) ? dirname(here) : here);

/** Real files nobody here wrote, beside the project where they are to be had; a test that needs one says so. */
export const samples = join(repository, "../shared/samples");
