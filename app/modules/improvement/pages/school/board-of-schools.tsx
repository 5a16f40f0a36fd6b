import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { EmptyState, PageHead, Table } from '../../../../platform/ui/index.ts'
import { sayNumber } from '../../figure.ts'
import type { SchoolView } from '../../school-store.ts'
import { schoolText } from '../../text.school.ts'

interface BoardOfSchoolsProps {
  readonly locale: Locale
  /** Of the governing body. */
  readonly name: string
  /** By name: an order that says nothing. */
  readonly schools: readonly SchoolView[]
}

/** The schools of a governing body side by side: no order of merit, no totals, no colours that judge. */
export function BoardOfSchools({ locale, name, schools }: BoardOfSchoolsProps): Html {
  const words = schoolText(locale)
  const unknown = schools
    .filter(({ holidayRegion }) => holidayRegion === null)
    .map((school) => school.name)
    .join(', ')
  return (
    <div class="stack">
      <PageHead over={name} title={words.board.title} />
      <p>{words.board.lead}</p>
      {schools.length === 0 ? (
        <EmptyState as="h2" title={words.board.none} />
      ) : (
        <Table
          stacks
          caption={words.board.title}
          captionHidden
          columns={[
            { head: words.board.school, cell: (school: SchoolView) => <a href={`/s/${school.slug}`}>{school.name}</a> },
            {
              head: words.teams.theme,
              cell: (school: SchoolView) => school.theme ?? (school.ambition === null ? words.noYear : words.noTheme),
            },
            { head: words.board.teams, cell: (school: SchoolView) => school.teams.length, numeric: true },
            { head: words.board.sessions, cell: (school: SchoolView) => rhythmWords(locale, school), numeric: true },
            {
              head: words.teams.actions,
              cell: (school: SchoolView) => words.teams.open(sum(school, 'openActions')),
              numeric: true,
            },
            { head: words.board.late, cell: (school: SchoolView) => sum(school, 'lateActions'), numeric: true },
          ]}
          rows={schools}
          source={unknown === '' ? words.board.source : `${words.board.source} ${words.board.regionUnknown(unknown)}`}
        />
      )}
    </div>
  )
}

function sum(school: SchoolView, what: 'openActions' | 'lateActions'): number {
  return school.teams.reduce((total, team) => total + team[what], 0)
}

/** The middle of the teams that have a week to count, with how many those are. */
function rhythmWords(locale: Locale, school: SchoolView): string {
  const words = schoolText(locale).board
  const rates = school.teams.map((team) => team.rhythm.perMonth).filter((rate) => rate !== null)
  const sorted = rates.sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle]
  const low = sorted[sorted.length - 1 - middle]
  if (high === undefined || low === undefined) return words.noFigure
  return words.figure(sayNumber(locale, Math.round(((low + high) / 2) * 10) / 10), sorted.length)
}
