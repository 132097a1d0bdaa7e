import { parseAddedLines } from './diff.ts';

describe('parseAddedLines', () => {
  it('reads hunks of all shapes', () => {
    const diff = `diff --git a/a.ts b/a.ts
index 1..2 100644
--- a/a.ts
+++ b/a.ts
@@ -1 +1 @@ context
-old
+new
@@ -5,2 +4,0 @@
-gone
-gone
@@ -9,0 +7,3 @@
+x
+y
+z
\\ No newline at end of file
diff --git a/gone.ts b/gone.ts
--- a/gone.ts
+++ /dev/null
@@ -1 +0,0 @@
-x
diff --git a/old.ts b/renamed.ts
similarity index 100%
rename from old.ts
rename to renamed.ts
diff --git a/b c.ts b/b c.ts
--- a/b c.ts\t
+++ b/b c.ts\t
@@ -0,0 +1,2 @@
+1
+2
`;
    expect([...parseAddedLines(diff)]).toEqual([
      [
        'a.ts',
        [
          [1, 1],
          [7, 9],
        ],
      ],
      ['b c.ts', [[1, 2]]],
    ]);
  });

  it('takes code that looks like a header for code', () => {
    const diff = `--- a/a.ts
+++ b/a.ts
@@ -1,2 +1,2 @@
--- a/other.ts
-@@ -1 +1 @@
+++ b/other.ts
+@@ -9 +9 @@
\\ No newline at end of file
`;
    expect([...parseAddedLines(diff)]).toEqual([['a.ts', [[1, 2]]]]);
  });

  it('reads quoted names', () => {
    const diff = '--- /dev/null\n+++ "b/a\\nb\\"c\\\\d\\177é.ts"\n@@ -0,0 +1 @@\n+x\n';
    expect([...parseAddedLines(diff).keys()]).toEqual(['a\nb"c\\d\u007Fé.ts']);
  });

  it('finds nothing in nothing', () => {
    expect(parseAddedLines('').size).toBe(0);
  });
});
