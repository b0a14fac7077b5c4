import fc from 'fast-check';

/** The same cases in every run, so that a red one is the change's doing. Another seed explores others. */
fc.configureGlobal({ seed: 20_261_120 });
