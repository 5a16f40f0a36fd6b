import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { ButtonLink, Card, Chip, Dots, PageHead, PeriodStrip, Phases, Table } from '../index.ts'
import { text } from './text.ts'

const spans = [
  { from: '2026-08-24', to: '2026-10-16' },
  { from: '2026-10-26', to: '2026-12-18' },
  { from: '2027-01-04', to: '2027-02-19' },
  { from: '2027-03-01', to: '2027-04-23' },
  { from: '2027-05-10', to: '2027-07-09' },
] as const
const holidays = [
  { from: '2026-10-17', to: '2026-10-25' },
  { from: '2026-12-19', to: '2027-01-03' },
  { from: '2027-02-20', to: '2027-02-28' },
  { from: '2027-04-24', to: '2027-05-09' },
] as const

/** The year of a school: five periods, how the teams are doing, what pupils say. */
export function YearPage({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale)
  const toneOf = ['good', 'board', 'design', 'plain', 'plain'] as const
  return (
    <>
      <PageHead over={t.yearOver} title={t.ambition}>
        <ButtonLink kind="quiet" icon="printer" href="#">
          {t.print}
        </ButtonLink>
      </PageHead>
      <div class="stack a3">
        <PeriodStrip
          locale={locale}
          year={{ from: '2026-08-17', to: '2027-07-16' }}
          periods={spans.map((span, index) => ({
            ...span,
            label: t.periods[index] ?? '',
            tone: toneOf[index] ?? 'plain',
          }))}
          holidays={holidays.map((span, index) => ({ ...span, label: t.holidays[index] ?? '' }))}
          today="2026-11-22"
          label={t.yearLabel}
        />
        <ol class="year">
          {t.periods.map((theme, index) => (
            <li class={`period tone-${toneOf[index]}${index === 1 ? ' now' : ''}${index > 2 ? ' open' : ''}`}>
              <span class="soft small">{t.dates[index]}</span>
              <h2 class={index > 2 ? 'soft' : undefined}>{theme}</h2>
              {index === 0 && (
                <p>
                  <Chip tone="good" icon="check">
                    {t.reached}
                  </Chip>
                </p>
              )}
              {index === 1 && <p>{t.running}</p>}
              {index === 2 && <p class="soft">{t.kickOff}</p>}
              {index === 3 && (
                <ButtonLink kind="quiet" href="#">
                  {t.proposals}
                </ButtonLink>
              )}
              {index < 3 && <Phases locale={locale} at={index === 0 ? 'done' : index === 1 ? 'execution' : null} />}
            </li>
          ))}
        </ol>
        <div class="halves">
          <Card shape="flat" as="section">
            <h2>{t.teamsTitle}</h2>
            <TeamsTable locale={locale} />
          </Card>
          <Card tone="voice" as="section">
            <h2>{t.voiceTitle}</h2>
            <blockquote class="say">{t.voice}</blockquote>
            <p class="source">{t.voiceSource}</p>
            <ButtonLink kind="quiet" href="#">
              {t.voiceAction}
            </ButtonLink>
          </Card>
        </div>
      </div>
    </>
  )
}

interface Team {
  readonly name: string
  readonly weeks: readonly boolean[]
  readonly visits: number
  readonly designs: number
  readonly open: number
  readonly late: boolean
}

export function TeamsTable({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale)
  const [team, sessions, visits, designs, actions] = t.columns
  const rows: readonly Team[] = [
    { name: t.teams[0] ?? '', weeks: [true, true, true, true], visits: 3, designs: 1, open: 2, late: true },
    { name: t.teams[1] ?? '', weeks: [true, true, true, false], visits: 2, designs: 2, open: 4, late: false },
    { name: t.teams[2] ?? '', weeks: [true, false, true, false], visits: 0, designs: 1, open: 5, late: false },
  ]
  return (
    <Table
      caption={t.teamsTitle}
      captionHidden
      columns={[
        { head: team, cell: (row: Team) => row.name },
        { head: sessions, cell: (row) => <Dots weeks={row.weeks} label={t.weeks(row.weeks.filter(Boolean).length)} /> },
        { head: visits, cell: (row) => row.visits, numeric: true },
        { head: designs, cell: (row) => row.designs, numeric: true },
        {
          head: actions,
          cell: (row) => (
            <>
              {t.openLate(row.open)}
              {row.late && <span class="due tone-late"> · {t.late}</span>}
            </>
          ),
        },
      ]}
      rows={rows}
      source={t.rhythm}
    />
  )
}
