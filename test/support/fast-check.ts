import fc from "fast-check";

/** The same cases in every run, so that a run says something about the change; FAST_CHECK_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1893) });
