import { answerConfigs } from './answer-configs.ts';
import { describeError } from './describe-error.ts';
import { loadEslint, type EslintHost } from './eslint-host.ts';
import { lintText } from './lint-text.ts';
import type { HostReply, HostRequest, Numbered } from '../protocol.ts';
import { watchParent } from './watch-parent.ts';

// The entry of a process of its own: code of the workspace runs in here, and only in here. Its argument is the
// folder of the workspace's ESLint. It gets requests, one at a time, and answers each.

const [, , folder = ''] = process.argv;
let host: EslintHost | undefined;

async function answer(request: HostRequest): Promise<HostReply> {
  try {
    // Configs look at the working directory, too.
    process.chdir(request.cwd);
    host ??= loadEslint(folder);
    return {
      answer: request.kind === 'configs' ? await answerConfigs(host, request) : await lintText(host, request),
    };
  } catch (error) {
    return { error: describeError(error) };
  }
}

watchParent();
process.once('disconnect', () => process.exit());
// As it is now: the code that is loaded may put something else in its place.
const send = process.send?.bind(process);
process.on('message', ({ multiRegion, content }: Numbered<HostRequest>) => {
  void answer(content).then((reply) => send?.({ multiRegion, content: reply } satisfies Numbered<HostReply>));
});
