/** The set-up cannot go on; the message names the file and the remedy. */
export class SetUpError extends Error {}
