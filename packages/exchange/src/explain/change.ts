import type { ChangeKind, MarketRules, MarketTeacher } from '../market/market.ts'

/** What a teacher could change. */
export type Change =
  | { readonly kind: 'trio'; readonly missing: readonly ('leader' | 'buddy')[] }
  /** Kilometres, whole. */
  | { readonly kind: 'radius'; readonly more: number }
  /** In steps of 0.05. */
  | { readonly kind: 'tolerance'; readonly more: number }
  | { readonly kind: 'part-time'; readonly more: number }
  | { readonly kind: 'period' | 'subject' | 'sector' | 'qualification'; readonly add: string }
  | { readonly kind: 'veto'; readonly by: 'teacher' | 'buddy'; readonly of: string }

/** Part-time factors change by so much at a time. */
export const partTimeStep = 0.05

/** The teacher after the change. */
export function changed(teacher: MarketTeacher, change: Change): MarketTeacher {
  switch (change.kind) {
    case 'trio':
      return { ...teacher, leader: teacher.leader || '?', buddy: teacher.buddy || '?' }
    case 'radius':
      return { ...teacher, radius: teacher.radius + change.more }
    case 'tolerance':
      return { ...teacher, tolerance: thousandths(teacher.tolerance + change.more) }
    case 'part-time':
      return { ...teacher, partTime: thousandths(teacher.partTime + change.more) }
    case 'period':
      return { ...teacher, periods: [...teacher.periods, change.add] }
    case 'subject':
      return { ...teacher, otherSubjects: [...teacher.otherSubjects, change.add] }
    case 'sector':
      return { ...teacher, otherSectors: [...teacher.otherSectors, change.add] }
    case 'qualification':
      return { ...teacher, qualifications: [...teacher.qualifications, change.add] }
    case 'veto':
      return change.by === 'buddy'
        ? { ...teacher, buddyVetoes: teacher.buddyVetoes.filter((id) => id !== change.of) }
        : { ...teacher, vetoes: teacher.vetoes.filter((id) => id !== change.of) }
  }
}

/** How hard the change is by the rules, to tell the smallest first. */
export function effortOf({ effort }: MarketRules, change: Change): number {
  const each = effort[change.kind satisfies ChangeKind]
  switch (change.kind) {
    case 'radius':
      return each * change.more
    case 'tolerance':
    case 'part-time':
      return (each * Math.abs(change.more)) / 0.1
    default:
      return each
  }
}

export function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000
}
