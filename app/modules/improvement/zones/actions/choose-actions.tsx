import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, Card, ImpactGrid, Zone } from '../../../../platform/ui/index.ts'
import { byWeight, weightOf } from '../../action.ts'
import type { ActionCard } from '../../cards.ts'
import { cardsText } from '../../text.cards.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { ownersWords } from './owners-words.ts'

const scale = [1, 2, 3, 4, 5] as const

/** Open actions by effect and feasibility: a picture to look at together, and a scale to press beside each action. */
export function ChooseActions(props: ZoneProps): Html {
  const { locale, data, path, audience } = props
  const words = cardsText(locale).choose
  const open = byWeight(data.actions.filter((action) => action.state === 'open'))
  const ideas = open.flatMap(({ id, description, impact, feasibility }) =>
    impact === null || feasibility === null ? [] : [{ id, label: description, effect: impact, feasible: feasibility }],
  )
  const list = open.map((action, index) => (
    <Idea action={action} number={weightOf(action) === null ? null : index + 1} props={props} />
  ))
  return (
    <Zone id={zoneId('actions')} title={words.title} tone="board" note={words.scale}>
      {open.length === 0 && <p class="soft">{words.none}</p>}
      <div class="halves">
        {audience === 'writes' ? (
          <form class="cards" method="post" action={`${path}/places`} data-entry="">
            <input type="hidden" name="back" value="choose" />
            {list}
          </form>
        ) : (
          <div class="cards">{list}</div>
        )}
        <div data-controller={audience === 'writes' ? 'impact' : undefined}>
          <ImpactGrid locale={locale} ideas={ideas} />
          {audience === 'writes' && (
            <form method="post" action={`${path}/places`} data-entry="" data-impact-target="form">
              <input type="hidden" name="place" value="" />
            </form>
          )}
        </div>
      </div>
    </Zone>
  )
}

interface IdeaProps {
  readonly action: ActionCard
  /** In the picture; null where it is not in there. */
  readonly number: number | null
  readonly props: ZoneProps
}

function Idea({ action, number, props }: IdeaProps): Html {
  const { locale, audience } = props
  const words = cardsText(locale).choose
  return (
    <Card id={`action-${action.id}`} tone={number === null ? 'plain' : undefined}>
      <p>
        {number !== null && <b class="num">{number}. </b>}
        {action.description} <span class="soft">{ownersWords(props, action)}</span>
      </p>
      {audience === 'writes' ? (
        <div class="row">
          <Scale name="impact" label={words.impact} action={action} at={action.impact} />
          <Scale name="feasibility" label={words.feasibility} action={action} at={action.feasibility} />
          <Button kind="plain" name="later" value={action.id} label={`${words.notNow}: ${action.description}`}>
            {words.notNow}
          </Button>
        </div>
      ) : (
        <p class="soft">
          {words.impact} {action.impact ?? '–'} · {words.feasibility} {action.feasibility ?? '–'}
        </p>
      )}
    </Card>
  )
}

interface ScaleProps {
  readonly name: 'impact' | 'feasibility'
  readonly label: string
  readonly action: ActionCard
  readonly at: number | null
}

/** Five buttons in a row, one of them pressed. */
function Scale({ name, label, action, at }: ScaleProps): Html {
  return (
    <fieldset class="scale" aria-label={`${label}: ${action.description}`}>
      <legend class="small soft">{label}</legend>
      {scale.map((score) => (
        <Button kind="quiet" size="square" name={name} value={`${action.id}:${score}`} pressed={score === at}>
          {score}
        </Button>
      ))}
    </fieldset>
  )
}
