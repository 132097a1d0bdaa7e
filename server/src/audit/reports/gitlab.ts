import { createHash } from 'node:crypto';
import { formatJsonText } from '../../printing/json.ts';
import { foldFindings } from '../fold-findings.ts';
import type { Report } from './report.ts';

/** GitLab's code quality report: findings show up in merge requests. */
export const gitlab: Report = {
  name: 'gitlab',
  endings: ['.gl-code-quality.json'],
  write(audit) {
    const issues = foldFindings(audit).map(({ path, line, severity, ruleId, message, fingerprint }) => ({
      description: message,
      check_name: ruleId,
      // One for each file: lines that are the same in two files are two findings.
      fingerprint: createHash('sha256')
        .update(`${path}\0${ruleId}\0${fingerprint}`)
        .digest('hex')
        .slice(0, 32),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: audit.folder === '' ? path : `${audit.folder}/${path}`, lines: { begin: line } },
    }));
    return formatJsonText(issues);
  },
};
