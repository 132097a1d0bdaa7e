/** The command line or its surroundings make the work impossible; the message says what to do about it. */
export class UsageError extends Error {}
