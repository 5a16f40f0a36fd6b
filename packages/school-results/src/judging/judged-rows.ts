import { codeText } from '../cells/school-code.ts'
import type { Judged } from './judge-results.ts'
import { percentage } from './share.ts'
import type { Judgement } from './verdict.ts'
import { wilsonInterval } from './wilson.ts'

/** The columns of judged results: one row per school, indicator and aspect; percentages in points. */
export const judgedHeader = [
  'school',
  'line',
  'indicator',
  'aspect',
  'pupils_low',
  'pupils_high',
  'share_low',
  'share_high',
  'chance_low',
  'chance_high',
  'norm',
  'basis',
  'verdict',
  'reason',
  'published',
] as const

/**
 * Every judgement as a row. `share_…` is what the masked cells allow; `chance_…` is wider, it adds the 95 % interval of so
 * few pupils (of levels, where the domains are taken together).
 */
export function* judgedRows({ judgements, perDomain }: Judged): Generator<readonly string[]> {
  for (const { code, line, judgement, published } of judgements) {
    yield row(codeText(code), line, judgement, published ?? '')
  }
  for (const { link, judgements: each } of perDomain?.schools ?? []) {
    for (const judgement of each) yield row(codeText(link.school.code), link.school.line, judgement, '')
  }
}

function row(school: string, line: number, judgement: Judgement, published: string): readonly string[] {
  const { indicator, aspect, pupils, bounds, basis, norm, outcome } = judgement
  const share =
    bounds === undefined ? ['', ''] : [percentage(bounds.low).toFixed(3), percentage(bounds.high).toFixed(3)]
  const byChance =
    bounds === undefined || basis !== 'counts'
      ? ['', '']
      : [wilsonInterval(bounds.low, 1.96)[0].toFixed(3), wilsonInterval(bounds.high, 1.96)[1].toFixed(3)]
  return [
    school,
    String(line),
    indicator,
    aspect,
    String(pupils.low),
    Number.isFinite(pupils.high) ? String(pupils.high) : '',
    ...share,
    ...byChance,
    norm === undefined ? '' : String(norm),
    basis ?? '',
    outcome.verdict,
    outcome.verdict === 'not-judged' ? outcome.reason : '',
    published,
  ]
}
