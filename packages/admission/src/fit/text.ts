import type { CriterionId, Fit, FitReason } from './fit.ts'
import { fitTextEn } from './text.en.ts'
import { fitTextNl } from './text.nl.ts'

/** A sentence for each criterion and verdict. */
export type FitText = Readonly<Record<CriterionId, Readonly<Record<FitReason['verdict'], string>>>> & {
  readonly score: (score: number, of: number) => string
  readonly points: (points: number, of: number) => string
}

export const fitText = { nl: fitTextNl, en: fitTextEn } as const satisfies Readonly<Record<string, FitText>>

/** A score as sentences: one for all, one for each reason with its points, those that give most first. */
export function tellFit(
  { score, of, reasons }: Fit,
  text: FitText,
): { readonly score: string; readonly reasons: readonly string[] } {
  const sorted = reasons.toSorted((one, other) => other.points - one.points)
  return {
    score: text.score(score, of),
    reasons: sorted.map(
      ({ criterion, verdict, points, of: most }) => `${text[criterion][verdict]} (${text.points(points, most)})`,
    ),
  }
}
