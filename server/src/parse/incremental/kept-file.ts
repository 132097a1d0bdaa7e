import type { TSESTree } from '@typescript-eslint/utils';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Comment, Program } from 'oxc-parser';
import { isOfUse } from '../estree.ts';
import { createLineIndex, type LineIndex } from '../lines.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { findChange, type TextChange } from '../text-change.ts';
import { findInnermostList, toList } from './find-list.ts';
import { createKeptScopes, type KeptScopes } from './kept-scopes.ts';
import { parsePart, type NewPart, type ParsePiece } from './parse-part.ts';
import { analyzeStatement, linkNodes, locate, type Statement } from './statement.ts';
import { findFrom, isModuleSyntax, move, type TreeNode } from './tree-node.ts';

type KeptProgram = TreeNode & {
  body: TreeNode[];
  comments: TreeNode[];
  tokens: never[];
  sourceType: 'module' | 'script';
};

/** A file whose tree is kept, and changed where the text changes. */
export class KeptFile {
  text: string;
  lines: LineIndex;
  /** What the parser made of the whole file. */
  readonly sourceType: 'module' | 'script';
  readonly #isTypeScript: boolean;
  readonly #program: KeptProgram;
  readonly #statements: Statement[];
  readonly #scopes: KeptScopes;

  /**
   * @param program of the whole text, without errors
   * @param isTypeScript what it was parsed as
   */
  constructor(text: string, program: Program, comments: readonly Comment[], isTypeScript: boolean) {
    this.text = text;
    this.lines = createLineIndex(text);
    this.sourceType = program.sourceType === 'module' ? 'module' : 'script';
    this.#isTypeScript = isTypeScript;
    this.#program = program as unknown as KeptProgram;
    locate(this.#program, 0, this);
    this.#program.parent = null;
    this.#program.comments = comments.filter(isOfUse) as unknown as TreeNode[];
    for (const comment of this.#program.comments) locate(comment, 0, this);
    this.#program.tokens = [];
    // Scopes are those of a module, whatever the file is: the default of ESLint.
    this.#program.sourceType = 'module';
    this.#statements = this.#program.body.map((node) => this.#adopt(node, 0));
    this.#scopes = createKeptScopes(this.#program, this.#statements);
    for (const statement of this.#statements) this.#scopes.enter(statement);
  }

  /** The file as it is now. It changes with the next edit. */
  toParsedFile(): ParsedFile {
    return {
      ast: this.#program as unknown as TSESTree.Program,
      scopeManager: this.#scopes.manager,
      visitorKeys,
      lines: this.lines,
    };
  }

  /**
   * Brings the tree to what another text would give.
   *
   * @returns false when the file has to be parsed as a whole; it is as it was then
   */
  update(text: string, parse: ParsePiece): boolean {
    const change = findChange(this.text, text);
    const index = findFrom(this.#program.body, change.start);
    const around = this.#program.body[index];
    // Whether it is a module must not depend on what may go.
    if (this.sourceType === 'module' && !this.#program.body.some(isModuleSyntax)) return false;
    if (around && around.start < change.start && change.oldEnd < around.end) {
      const list = findInnermostList(around, change, this.#isTypeScript);
      const part = list && parsePart(list, this.text, text, change, parse);
      if (part === 'broken') return false;
      if (list && part) {
        this.#setText(text);
        this.#replaceInside(index, list.owner, part, change);
        return true;
      }
    }
    const list = toList(this.#program, this.text.length);
    const part = parsePart(list, this.text, text, change, parse);
    if (!part || part === 'broken' || !this.#staysModule(part)) return false;
    this.#setText(text);
    this.#replaceStatements(part, change);
    return true;
  }

  #setText(text: string): void {
    this.text = text;
    this.lines = createLineIndex(text);
  }

  #adopt(node: TreeNode, base: number): Statement {
    const nodes: TreeNode[] = [];
    linkNodes(node, this.#program, base, this, nodes);
    return analyzeStatement(node, nodes);
  }

  #staysModule({ body, first, last }: NewPart): boolean {
    if (this.sourceType === 'script') return true; // or the part would not have been parsed
    const left = this.#program.body.filter((_node, index) => index < first || index > last);
    return left.some(isModuleSyntax) || body.some(isModuleSyntax);
  }

  /** Puts new nodes into a list inside of a statement. */
  #replaceInside(
    index: number,
    owner: TreeNode & { body: TreeNode[] },
    part: NewPart,
    change: TextChange,
  ): void {
    const { body, base, first, last, oldEnd } = part;
    const statement = this.#statements[index];
    const from = owner.body[first]?.start;
    const to = owner.body[last]?.end;
    if (!statement || from === undefined || to === undefined) throw new Error('Nothing to replace.');
    this.#scopes.leave(statement);
    const nodes: TreeNode[] = [];
    for (const node of statement.nodes) {
      if (node.start >= from && node.end <= to) continue;
      if (node.start >= oldEnd) {
        node.start += change.delta;
        node.range[0] = node.start;
      }
      if (node.end >= oldEnd) {
        node.end += change.delta;
        node.range[1] = node.end;
      }
      nodes.push(node);
    }
    for (const node of body) linkNodes(node, owner, base, this, nodes);
    owner.body.splice(first, last - first + 1, ...body);
    const analyzed = analyzeStatement(statement.node, nodes);
    this.#statements[index] = analyzed;
    this.#scopes.enter(analyzed);
    for (const each of this.#statements.slice(index + 1)) move(each.nodes, change.delta);
    this.#finish(part, change);
  }

  /** Puts new statements into the file. */
  #replaceStatements(part: NewPart, change: TextChange): void {
    const { body, base, first, last, isFirstKept, isLastKept } = part;
    const removed = this.#statements.slice(first, last + 1);
    for (const each of this.#statements.slice(isLastKept ? last : last + 1)) move(each.nodes, change.delta);
    const added = body.map((node, at) => {
      if (at === 0 && isFirstKept && removed[0]) return removed[0];
      const lastOne = removed.at(-1);
      if (at === body.length - 1 && isLastKept && lastOne) return lastOne;
      return this.#adopt(node, base);
    });
    for (const each of removed) if (!added.includes(each)) this.#scopes.leave(each);
    for (const each of added) if (!removed.includes(each)) this.#scopes.enter(each);
    this.#statements.splice(first, removed.length, ...added);
    this.#program.body.splice(first, removed.length, ...added.map(({ node }) => node));
    this.#finish(part, change);
  }

  #finish({ begin, oldEnd, base, comments }: NewPart, { delta }: TextChange): void {
    const program = this.#program;
    const all = program.comments;
    const added = comments.filter(isOfUse) as unknown as TreeNode[];
    for (const comment of added) locate(comment, base, this);
    const from = all.findIndex(({ start }) => start >= begin);
    const first = from < 0 ? all.length : from;
    const to = all.findIndex(({ start }, index) => index >= first && start >= oldEnd);
    const behind = to < 0 ? all.length : to;
    move(all.slice(behind), delta);
    all.splice(first, behind - first, ...added);
    program.start = program.body[0]?.start ?? this.text.length;
    program.end = this.text.length;
    program.range[0] = program.start;
    program.range[1] = program.end;
    this.#scopes.settle();
  }
}
