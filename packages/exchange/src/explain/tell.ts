import type { Change } from './change.ts'
import type { MatchExplanation } from './explain-match.ts'
import type { Alternative } from './find-alternatives.ts'
import type { Unlock } from './find-unlocks.ts'
import type { ExplainText } from './text.ts'

/** Why this exchange or none, one sentence each; of others only what the exchange itself needs. */
export function tellMatch(explanation: MatchExplanation, text: ExplainText): readonly string[] {
  if (!explanation.matched) {
    const { because, partners } = explanation
    return [because === 'others-worth-more' ? text.unmatched[because](partners) : text.unmatched[because]]
  }
  const { size, goes, comes, weight } = explanation
  const [own, other] = goes.partTime
  const [going, radius, coming] = [goes.kilometres, goes.radius, comes.kilometres].map((km) => text.number(km, 1))
  return [
    text.matched[size === 3 ? 3 : 2],
    text.goes({ school: goes.school, kilometres: going ?? '', radius: radius ?? '' }),
    text.comes({ kilometres: coming ?? '' }),
    text.subject(goes.subject),
    text.periods(goes.periods),
    text.partTime(text.number(own, 2), text.number(other, 2)),
    ...(goes.qualification === '' ? [] : [text.qualification(goes.qualification)]),
    text.points(goes.weight, goes.parts),
    text.total(weight),
  ]
}

/** What would unlock a match: a sentence each, or one that says that nothing small does. */
export function tellUnlocks(unlocks: readonly Unlock[], text: ExplainText): readonly string[] {
  if (unlocks.length === 0) return [text.noUnlock]
  return unlocks.map(({ changes }) => text.unlock(changes.map((change) => tellChange(change, text)).join(text.and)))
}

function tellChange(change: Change, text: ExplainText): string {
  switch (change.kind) {
    case 'trio':
      return text.change.trio(change.missing)
    case 'radius':
      return text.change.radius(text.number(change.more, 0))
    case 'tolerance':
      return text.change.tolerance(text.number(change.more, 2))
    case 'part-time':
      return text.change['part-time'](text.number(Math.abs(change.more), 2), change.more > 0)
    case 'veto':
      return text.change.veto(change.by, change.of)
    default:
      return text.change[change.kind](change.add)
  }
}

/** What each other choice costs all together: for a person who chooses, since it names others. */
export function tellAlternatives(
  alternatives: readonly Alternative[],
  nameOf: (vertex: number) => string,
  text: ExplainText,
): readonly string[] {
  return alternatives.map(({ partner, cost, share }) => {
    const [points, percent] = [text.number(cost, 0), text.number(100 * share, 3)]
    return partner === undefined
      ? text.withoutTeacher(points, percent)
      : text.alternative(nameOf(partner), points, percent)
  })
}
