const testPath =
  /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|playwright)\/|[.-](?:test|tests|spec|e2e|cy|bench|stories|fixture)\.[^./]+$/u;

/**
 * Whether a file is a test, or there for tests: no customer waits for it.
 *
 * @param path relative to the audited folder, with `/`
 */
export function isTestFile(path: string): boolean {
  return testPath.test(path);
}
