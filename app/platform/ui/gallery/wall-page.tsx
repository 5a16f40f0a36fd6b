import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import {
  Button,
  ButtonLink,
  Card,
  Chip,
  People,
  Plank,
  QrCode,
  Roles,
  RunChart,
  Steps,
  Tick,
  Timer,
  Zone,
} from '../index.ts'
import { text as ownText } from '../text.ts'
import { text } from './text.ts'

/** The board session on the big screen, step 3: the goal forward, the rest in sight. */
export function WallPage({ locale, now }: { readonly locale: Locale; readonly now: Date }): Html {
  const t = text(locale)
  const words = ownText(locale)
  const states = ['done', 'done', 'now', 'later', 'later'] as const
  return (
    <div class="session">
      <h1 class="hide">{t.team}</h1>
      <div class="now">
        <Steps
          locale={locale}
          steps={t.steps.map((label, index) => ({ key: label, label, state: states[index] ?? 'later' }))}
        />
        <Timer locale={locale} endsAt={new Date(now.getTime() + 222_000)} now={now} until="14:05" note={t.inAll} />
      </div>
      <div class="zones">
        <Zone title={t.goalHead} tone="board" note={t.goalSince}>
          <Card shape="goal">
            <Chip tone="insight" icon="arrow-up-right">
              {t.goalFrom}
            </Chip>
            <h3>{t.goalTitle}</h3>
            <p class="soft">{t.goalMeasure}</p>
            <div class="figure">
              <div>
                <p class="count">
                  7 <small>{t.of(12)}</small>
                </p>
                <p class="soft">{t.startGoal(3, 9)}</p>
              </div>
              <RunChart
                readings={[3, 4, 4, 6, 7].map((value, index) => ({
                  day: t.readingDays[index] ?? '',
                  value,
                  said: `${value} ${t.of(12)}`,
                }))}
                start={3}
                goal={9}
                label={t.readingLabel}
                words={{
                  start: words.start,
                  goal: words.goal,
                  day: words.day,
                  value: words.value,
                  table: words.figures,
                }}
              />
            </div>
            <form class="row" method="post" action="#">
              <Button kind="quiet" size="square" icon="minus" label={t.less} name="step" value="-1" />
              <Button size="big">{t.strong}</Button>
              <Button kind="quiet" size="square" icon="plus" label={t.moreOne} name="step" value="1" />
            </form>
          </Card>
          <Card shape="item">
            <Plank share={0.6} />
            <div>
              <b>{t.second}</b> · {t.secondGoal}
            </div>
            <span class="due">{t.secondFigure}</span>
          </Card>
        </Zone>
        <Zone title={t.actions} tone="board" note={t.actionsNote}>
          <ActionCards locale={locale} />
        </Zone>
        <div class="stack loose">
          <Zone title={t.join} tone="plain">
            <Card shape="flat">
              <div class="join">
                <QrCode content="https://kantelpunt.example/j/KM47TW" label={words.joinCode('KM4 7TW')} />
                <div>
                  <p class="soft">{t.orCode}</p>
                  <p class="code">KM4 7TW</p>
                </div>
              </div>
            </Card>
          </Zone>
          <Zone title={t.successes} tone="good" note={t.today}>
            {t.success.map((words, index) => (
              <Card>
                {words} <span class="soft">— {['Farida', 'Jan'][index]}</span>
              </Card>
            ))}
          </Zone>
        </div>
      </div>
    </div>
  )
}

/** Actions as they stand on a board: late first, done last and stepped back. */
export function ActionCards({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale)
  const tones = ['late', 'board', 'visit', 'good'] as const
  return (
    <form method="post" action="#" class="cards">
      {t.action.map((what, index) => {
        const done = index === 3
        return (
          <Card shape="item" tone={tones[index] ?? 'board'} {...(done && { state: 'done' })}>
            <Tick name="done" value={String(index)} label={t.done(what)} done={done} />
            <div>
              {what}
              <small>{t.actionWho[index]}</small>
            </div>
            <span class="due">{t.actionWhen[index]}</span>
          </Card>
        )
      })}
    </form>
  )
}

export function WallWhere({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale)
  return (
    <>
      <b>{t.team}</b>
      <span>
        {t.school} · {t.period}
      </span>
    </>
  )
}

export function WallEnd({ locale }: { readonly locale: Locale }): Html {
  return <People locale={locale} names={text(locale).people} most={5} />
}

export function WallStand({ locale }: { readonly locale: Locale }): Html {
  const t = text(locale)
  return (
    <>
      <Roles roles={t.firstNames.map((name, index) => ({ name, role: t.roles[index] }))} />
      <ButtonLink kind="quiet" href="#">
        {t.quiet}
      </ButtonLink>
      <ButtonLink kind="main" size="big" iconAfter="arrow-right" href="#">
        {t.main}
      </ButtonLink>
    </>
  )
}
