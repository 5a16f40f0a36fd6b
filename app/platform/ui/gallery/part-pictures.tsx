import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { Card, Dots, ImpactGrid, Phases, Plank, QrCode, Roles, RunChart, Steps, Timer } from '../index.ts'
import { text as ownText } from '../text.ts'
import { text } from './text.ts'
import { TeamsTable } from './year-page.tsx'

interface PartProps {
  readonly locale: Locale
}

export function Pictures({ locale }: PartProps): Html {
  const t = text(locale)
  const words = ownText(locale)
  const run = { start: words.start, goal: words.goal, day: words.day, value: words.value, table: words.figures }
  const readings = [3, 4, 4, 6, 7].map((value, index) => ({ day: t.readingDays[index] ?? '', value }))
  return (
    <div class="halves even">
      <Card shape="flat">
        <RunChart readings={readings} start={3} goal={9} label={t.readingLabel} words={run} source={t.readingSource} />
      </Card>
      <Card shape="flat">
        <RunChart readings={readings.slice(0, 1)} start={3} goal={9} label={t.readingDays[0] ?? ''} words={run} />
      </Card>
      <Card shape="flat">
        <h3>{t.impactTitle}</h3>
        <ImpactGrid
          locale={locale}
          ideas={t.ideas.map((label, index) => ({
            label,
            effect: [4, 5, 3, 4, 2][index] ?? 3,
            feasible: [5, 5, 2, 1, 4][index] ?? 3,
          }))}
        />
      </Card>
      <Card shape="flat">
        <div class="stack">
          <div class="row">
            {[0, 0.35, 0.7, 1].map((share) => (
              <span class="plank-sample">
                <Plank share={share} label={t.startGoal(Math.round(share * 100), 100)} />
              </span>
            ))}
          </div>
          <Dots weeks={[true, true, false, true, false, false, true, true]} label={t.weeks(3)} />
          <Phases locale={locale} at={null} />
          <Phases locale={locale} at="kickOff" />
          <Phases locale={locale} at="execution" />
          <Phases locale={locale} at="lookBack" />
          <Phases locale={locale} at="done" />
          <QrCode content="https://kantelpunt.example/j/KM47TW" label={words.joinCode('KM4 7TW')} />
        </div>
      </Card>
    </div>
  )
}

export function Tables({ locale }: PartProps): Html {
  return (
    <Card shape="flat">
      <TeamsTable locale={locale} />
    </Card>
  )
}

export function SessionParts({ locale, now }: PartProps & { readonly now: Date }): Html {
  const t = text(locale)
  return (
    <>
      {[0, 2, 5].map((at) => (
        <Steps
          locale={locale}
          steps={t.steps.map((label, index) => ({
            key: String(index),
            label,
            state: index < at ? 'done' : index === at ? 'now' : 'later',
          }))}
          action="#"
        />
      ))}
      <div class="row">
        <Timer locale={locale} endsAt={new Date(now.getTime() + 222_000)} now={now} until="14:05" note={t.inAll} />
        <Timer locale={locale} endsAt={new Date(now.getTime() - 12_000)} now={now} until="14:01" />
        <Roles roles={t.firstNames.map((name, index) => ({ name, role: t.roles[index] }))} />
      </div>
    </>
  )
}
