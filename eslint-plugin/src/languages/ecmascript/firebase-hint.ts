const quote = '[\'"`]';
const sdk = `${quote}(?:firebase(?:-admin)?|@firebase|@angular/fire)`;
const service = '(?:database|firestore|functions|storage)';

/** Modules of one service: `firebase/firestore`, `@angular/fire/functions`, `firebase/firestore/lite`. */
const ofService = new RegExp(`${sdk}/(?:compat/)?${service}(?:/lite)?${quote}`);
const getter = /\b(?:get(?:Database|Firestore|Functions|Storage)|initializeFirestore)\b/;
/** What has the services as members: `firebase`, `firebase/compat/app`, `firebase-admin`. */
const ofApp = new RegExp(`${sdk}(?:/(?:compat/)?(?!${service}${quote})[\\w-]+)?${quote}`);
const member = new RegExp(`(?<![/\\w-])${service}\\b`);

/**
 * Whether a file may make a client of Firebase. Most files that import it only use the client of another, or sign
 * somebody in, and there is nothing to say of them.
 */
export function mayMakeFirebaseClient(text: string): boolean {
  // Short, and of a rare letter: nothing is found faster.
  if (!text.includes('base') && !text.includes('/fire')) return false;
  return (ofService.test(text) && getter.test(text)) || (ofApp.test(text) && member.test(text));
}
