import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import {
  Alert,
  Avatar,
  Button,
  ButtonLink,
  Card,
  CardLink,
  Chip,
  ConfirmForm,
  Dialog,
  EmptyState,
  Fold,
  Icon,
  Menu,
  Pagination,
  People,
  Plank,
  Tick,
  type Tone,
} from '../index.ts'
import { text } from './text.ts'
import { ActionCards } from './wall-page.tsx'

interface PartProps {
  readonly locale: Locale
}

export function Buttons({ locale }: PartProps): Html {
  const t = text(locale)
  return (
    <form class="stack" method="post" action="#">
      <div class="row">
        <Button kind="main" iconAfter="arrow-right">
          {t.main}
        </Button>
        <Button>{t.strong}</Button>
        <Button kind="quiet">{t.quiet}</Button>
        <Button kind="plain">{t.plain}</Button>
        <Button kind="danger" icon="trash">
          {t.danger}
        </Button>
        <Button kind="quiet" size="square" icon="plus" label={t.moreOne} />
      </div>
      <div class="row">
        <Button kind="main" size="big" iconAfter="arrow-right">
          {t.main}
        </Button>
        <Button kind="main" disabled>
          {t.disabled}
        </Button>
        <Button kind="quiet" disabled>
          {t.disabled}
        </Button>
        <Button kind="quiet" pressed>
          {t.strong}
        </Button>
        <ButtonLink kind="quiet" icon="printer" href="#">
          {t.print}
        </ButtonLink>
        <Tick name="tick" value="1" label={t.done(t.strong)} />
        <Tick name="tick" value="2" label={t.done(t.main)} done />
      </div>
    </form>
  )
}

const cardTones = ['insight', 'good', 'late', 'visit', 'design', 'voice'] as const satisfies readonly Tone[]
const chipIcons = ['arrow-up-right', 'check', 'clock', 'eye', 'pencil', 'message-circle'] as const

export function Cards({ locale }: PartProps): Html {
  const t = text(locale)
  return (
    <>
      <div class="grid">
        {cardTones.map((tone, index) => (
          <Card tone={tone}>
            <Chip tone={tone} icon={chipIcons[index] ?? 'flag'}>
              {t.chips[index]}
            </Chip>
            <p>{t.success[index % 2]}</p>
          </Card>
        ))}
        <Card tone="board" state="waiting">
          <p>{t.fields.successSample}</p>
          <Chip icon="wifi-off">{t.waiting}</Chip>
        </Card>
        <Card tone="late" state="refused">
          <p>{t.fields.successSample}</p>
          <p class="wrong">
            <Icon name="alert-circle" />
            {t.alerts.error}
          </p>
        </Card>
        <Card tone="good" state="done">
          {t.action[3]}
        </Card>
        <Card tone="plain" over={t.longName}>
          {t.longName.replaceAll(' ', '')}
        </Card>
      </div>
      <ActionCards locale={locale} />
    </>
  )
}

export function Messages({ locale }: PartProps): Html {
  const { alerts } = text(locale)
  return (
    <>
      <Alert>{alerts.info}</Alert>
      <Alert kind="ok">{alerts.ok}</Alert>
      <Alert kind="warning">{alerts.warning}</Alert>
      <Alert kind="error" title={alerts.errorTitle}>
        {alerts.error}
      </Alert>
    </>
  )
}

export function Empty({ locale }: PartProps): Html {
  const t = text(locale)
  return (
    <EmptyState title={t.emptyTitle} example={t.emptyExample} action={<Button kind="main">{t.emptyAction}</Button>}>
      {t.emptyWords}
    </EmptyState>
  )
}

export function Moving({ locale }: PartProps): Html {
  const t = text(locale)
  return (
    <>
      <div class="row">
        <Menu label={t.menu} align="start">
          <a href="#main">
            <Icon name="pencil" />
            {t.menuItems[0]}
          </a>
          <form method="post" action="#">
            <button type="submit">
              <Icon name="arrow-right" />
              {t.menuItems[1]}
            </button>
            <button type="submit" class="danger">
              <Icon name="trash" />
              {t.menuItems[2]}
            </button>
          </form>
        </Menu>
        <People locale={locale} names={t.people} most={6} />
        <ButtonLink kind="quiet" href="#talk">
          {t.dialog[0]}
        </ButtonLink>
      </div>
      <Dialog locale={locale} id="talk" title={t.dialog[1] ?? ''}>
        <p>{t.dialog[2]}</p>
      </Dialog>
      <Fold summary={t.fold[0]}>
        <p>{t.fold[1]}</p>
      </Fold>
      <ConfirmForm action="#" summary={t.confirm.summary} confirm={t.confirm.confirm}>
        {t.confirm.words}
      </ConfirmForm>
      <div class="grid">
        <CardLink href="#main" tone="board" before={<Plank share={0.6} />} title={t.team} note={t.period} />
        <CardLink href="#main" before={<Avatar name={t.people[1] ?? ''} />} title={t.people[1]} note={t.roles[1]} />
      </div>
      <Pagination locale={locale} page={2} pages={7} href={(page) => `?page=${page}`} />
    </>
  )
}
