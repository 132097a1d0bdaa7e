import type { ClientSite } from '../facts/client-site.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { GlobalEndpointFlag } from '../facts/global-endpoint-flag.ts';
import type { RegionSite } from '../facts/region-site.ts';
import type { Settings } from '../settings.ts';
import type { TextEdit } from '../facts/text-edit.ts';
import type { SourceText } from './source-text.ts';

/** The names and endings by which the files of a language are known. All of them are told apart by base names. */
export interface LanguageFiles {
  /** As it is called in our own data: `ecmascript`, `yaml`. */
  readonly id: string;
  /** As people call it: `JavaScript and TypeScript`. */
  readonly name: string;
  /** Globs for base names: `*.ts`, `Dockerfile`, `.env.*`. */
  readonly files: readonly string[];
  /** Globs for base names of files that are of this language among others, and that take a parser of the project's: `*.vue`. */
  readonly embeddedIn: readonly string[];
  /** The ids that editors have for it, each with the ending of a new file: `typescript: '.ts'`. */
  readonly editorIds: Readonly<Record<string, string>>;
}

/** A language that facts are read from. A missing ability is a missing key. */
export interface Language extends LanguageFiles {
  /**
   * Whether a file can hold anything for the rules; every interface asks this before it parses.
   *
   * @returns false only when the facts are surely empty
   */
  mayHaveFacts(text: string): boolean;
  /**
   * Whether there can be something to report; absent: wherever there may be facts.
   *
   * @returns false only when the rules of the presets surely find nothing
   */
  mayHaveFindings?(text: string): boolean;
  /** Whether a file is left out unless `includeTests` is set: a test, a fixture, a generated file. */
  isLeftOut(path: string, text: string): boolean;
  /**
   * All that a file says of regions, clients and resources.
   *
   * @param source parsed, where the language has a tree; its nodes have their parents
   * @param path from the working directory, with forward slashes
   */
  readFacts(source: SourceText, path: string, settings: Settings): FileFacts;
  /** What can be done about a site; absent: nothing. */
  readonly edits?: LanguageEdits;
}

/** An edit with the expression that it puts in. */
export interface NamedEdit {
  expression: string;
  edits: TextEdit[];
}

/** What a project wants to stand in place of a region. */
export interface RegionReplacement {
  /** `regions.primary`. */
  expression: string;
  /** What the expression needs imported. */
  import?: { name: string; from: string };
}

/** Why a region stays where it is. */
export interface ReasonToStay {
  /** A sentence. */
  text: string;
  /** Whether no edit can be right. Else somebody who knows the code may decide otherwise. */
  isFirm: boolean;
}

/** The edits that rules suggest. Each returns undefined where it cannot be made without a loss. */
export interface LanguageEdits {
  /** What every edit of a region has to pass; undefined where the region may be moved. */
  findReasonToStay?(source: SourceText, site: RegionSite): ReasonToStay | undefined;
  /** Has the region read from where its surroundings have theirs: `process.env.AWS_REGION`, `${AWS::Region}`. */
  followDeployment?(source: SourceText, site: RegionSite): NamedEdit | undefined;
  /** Puts the project's own expression where the region stands. */
  replaceRegion?(source: SourceText, site: RegionSite, replacement: RegionReplacement): NamedEdit | undefined;
  /** Drops the option that holds the region, so that the SDK resolves it. */
  removeOption?(source: SourceText, site: RegionSite): TextEdit | undefined;
  /** Drops a literal second choice, so that a missing setting shows. */
  removeFallback?(source: SourceText, site: RegionSite): TextEdit | undefined;
  /** Puts the host of the deployment's region in place of a global one. */
  useRegionalHost?(source: SourceText, site: RegionSite): NamedEdit | undefined;
  /** Drops the option that chooses a global endpoint. */
  removeFlag?(source: SourceText, flag: GlobalEndpointFlag): TextEdit | undefined;
  /** Drops the option that switches retries off. */
  enableRetries?(source: SourceText, client: ClientSite): TextEdit | undefined;
}
