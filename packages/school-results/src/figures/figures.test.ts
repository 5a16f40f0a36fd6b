import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeText } from '../cells/school-code.ts'
import { judgeResults } from '../judging/judge-results.ts'
import { inspectorate20232025 } from '../norms/inspectorate-2023-2025.ts'
import { perDomain20232025 } from '../norms/per-domain-2023-2025.ts'
import { tablesOf } from '../reading/sample-files.ts'
import { compareRules, tallyRules, verdictNames } from './compare-rules.ts'
import { figuresOfSchools } from './school-figures.ts'
import { raisedRule, underRule, verdictUnder } from './under-rule.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data/results')

describe.skipIf(!existsSync(folder))(
  'figures of the real schools (skipped where ../shared/data/results is missing)',
  () => {
    const tables = existsSync(folder)
      ? ['inspectie/leerresultaten.ods', 'duo-2025/scores_3year.csv'].flatMap((name) =>
          tablesOf(readFileSync(join(folder, name))),
        )
      : []
    const figures = figuresOfSchools(tables, inspectorate20232025)
    if (!figures.ok) throw new Error(figures.reason)
    const judged = judgeResults(tables, { perDomain: true })
    if (!judged.ok || judged.perDomain === undefined) throw new Error('not judged')
    const { perDomain, judgements } = judged

    it('has every school of both files once', () => {
      const objects = figures.schools.flatMap(({ object }) => (object === undefined ? [] : [codeText(object)]))
      const locations = figures.schools.flatMap(({ location }) => (location === undefined ? [] : [codeText(location)]))
      expect(new Set(objects).size).toBe(objects.length)
      expect(new Set(locations).size).toBe(locations.length)
      expect(objects).toHaveLength(6205)
      expect(locations).toHaveLength(6234)
    })

    it('gives under the rule of the domains together the verdicts that judging the file gives', () => {
      const under = new Map(
        figures.schools.flatMap((school) =>
          school.object === undefined ? [] : [[codeText(school.object), underRule(school, inspectorate20232025)]],
        ),
      )
      const differing = judgements.filter(({ code, judgement: { indicator, outcome } }) => {
        const cell = under.get(codeText(code))?.cells.find((each) => each.indicator === indicator)
        return cell?.outcome.verdict !== outcome.verdict
      })
      expect(differing).toEqual([])
    })

    it('gives the same verdict with what it rests on as without, under rules from lenient to strict', () => {
      const rules = [inspectorate20232025, perDomain20232025]
      const raised = rules.flatMap((rule) => [-20, 0, 0.5, 7.5, 20].map((by) => raisedRule(rule, by)))
      for (const rule of raised) {
        const differing = figures.schools.filter(
          (school) => verdictUnder(school, rule) !== underRule(school, rule).verdict,
        )
        expect(differing, rule.id).toEqual([])
      }
    })

    it('gives under the rule per domain the verdicts that judging per domain gives', () => {
      const byLocation = new Map(
        figures.schools.map((school) => [school.location === undefined ? '' : codeText(school.location), school]),
      )
      let compared = 0
      for (const { link, judgements: each } of perDomain.schools) {
        const school = byLocation.get(codeText(link.counts.code))
        if (school === undefined) throw new Error('no figures')
        const { cells } = underRule(school, perDomain20232025)
        for (const { indicator, aspect, outcome } of each) {
          const cell = cells.find((one) => one.indicator === indicator && one.aspect === aspect)
          expect(cell?.outcome.verdict, `${codeText(link.counts.code)} ${aspect} ${indicator}`).toBe(outcome.verdict)
          compared++
        }
      }
      expect(compared).toBe(perDomain.schools.length * 6)
    })

    it('has a year that lies within what its masks allow, as the years together do', () => {
      const wrong = figures.schools.filter(({ years, overYears }) =>
        [...years.map(({ shares }) => shares), ...(overYears === undefined ? [] : [overYears])].some((shares) =>
          (['reading', 'language', 'arithmetic'] as const).some((domain) =>
            (['1F', '1S/2F'] as const).some((indicator) => {
              const bounds = shares[domain][indicator]
              return bounds !== undefined && bounds.low.above * bounds.high.total > bounds.high.above * bounds.low.total
            }),
          ),
        ),
      )
      expect(wrong).toEqual([])
    })

    it('counts each school once under two rules, as judging side by side does', () => {
      const compared = compareRules(figures.schools, inspectorate20232025, perDomain20232025)
      const tally = tallyRules(compared)
      const { passTogether, failTogether } = perDomain.sideBySide
      expect(
        [tally.above.above, tally.above.below, tally.above['depends-on-masked']].map(({ schools }) => schools),
      ).toEqual([passTogether.pass, passTogether.fail, passTogether.dependsOnMasked])
      expect(
        [tally.below.above, tally.below.below, tally.below['depends-on-masked']].map(({ schools }) => schools),
      ).toEqual([failTogether.pass, failTogether.fail, failTogether.dependsOnMasked])
      const all = verdictNames.flatMap((one) => verdictNames.map((other) => tally[one][other]))
      expect(all.reduce((sum, { schools }) => sum + schools, 0)).toBe(figures.schools.length)
      expect(all.every(({ pupils }) => pupils.low <= pupils.high)).toBe(true)
    })

    it('loses no school and gains none as a norm is raised point by point', () => {
      const below = (by: number) =>
        figures.schools.filter(
          (school) => underRule(school, raisedRule(perDomain20232025, by, { aspect: 'reading' })).verdict === 'below',
        ).length
      const counts = [-5, 0, 5, 10].map(below)
      expect(counts).toEqual(counts.toSorted((one, other) => one - other))
      expect(new Set(counts).size).toBe(4)
    })
  },
)

describe('a rule that is raised', () => {
  it('is raised where it is asked only, in points without a trace of binary numbers', () => {
    const raised = raisedRule(perDomain20232025, 0.1, { aspect: 'reading', indicator: '1S/2F' })
    const value = (rule: typeof raised, aspect: string, indicator: string) => {
      const table = rule.tables.find((each) => each.aspect === aspect && each.indicator === indicator)
      return table !== undefined && 'byWeighting' in table.values ? table.values.byWeighting[14]?.value : undefined
    }
    expect(value(perDomain20232025, 'reading', '1S/2F')).toBe(48.71)
    expect(value(raised, 'reading', '1S/2F')).toBe(48.81)
    expect(value(raised, 'reading', '1F')).toBe(value(perDomain20232025, 'reading', '1F'))
    expect(value(raised, 'language', '1S/2F')).toBe(value(perDomain20232025, 'language', '1S/2F'))
  })

  it('stays a percentage', () => {
    const raised = raisedRule(inspectorate20232025, 80)
    expect(
      raised.tables.map(({ values }) =>
        'flat' in values ? values.flat : Math.max(...values.byWeighting.map(({ value }) => value)),
      ),
    ).toEqual([100, 100])
  })
})
