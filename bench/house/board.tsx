import type { ActionCard, GoalCard, PlanCard, SuccessCard } from '../../app/modules/improvement/cards.ts'
import { views } from '../../app/modules/improvement/views.ts'
import { zones } from '../../app/modules/improvement/zone.ts'
import type { ZoneProps } from '../../app/modules/improvement/zone-view.ts'

const count = 30
const id = (kind: number, index: number) => `01a2${kind}000-0000-7000-8000-${String(index).padStart(12, '0')}`
const cards = <T,>(make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))

const team = ['Farida Aydin', 'Jan Bakker', 'Samira Mansouri', 'Ruud Kok'].map((name, index) => ({
  id: id(9, index),
  name,
}))

const goals = cards(
  (index): GoalCard => ({
    id: id(1, index),
    effect: `Leerlingen leggen hun rekenstap uit aan een ander, zonder hulp (${index})`,
    measure: 'We tellen in tien minuten hoeveel van de twaalf dat doen',
    outOf: 12,
    baseline: 3,
    target: 9,
    reason: 'rekenen onder de norm',
    reasonFrom: null,
    state: 'running',
    readings: [3, 4, 4, 6, 7].map((value, week) => ({
      id: id(2, week),
      onDate: `2026-11-0${week + 1}`,
      value,
      outOf: null,
    })),
  }),
)
const actions = cards(
  (index): ActionCard => ({
    id: id(3, index),
    goalId: goals[index % goals.length]?.id ?? null,
    description: `Elke les één denkpauze van een minuut na een moeilijke vraag (${index})`,
    dueOn: `2026-11-${String((index % 28) + 1).padStart(2, '0')}`,
    state: index % 5 === 0 ? 'done' : 'open',
    stateReason: '',
    stateAt: null,
    ownerIds: [team[index % 4]?.id ?? ''],
    ownerNames: [],
    everyone: false,
    impact: null,
    feasibility: null,
    follows: null,
  }),
)
const successes = cards(
  (index): SuccessCard => ({
    id: id(4, index),
    description: `Yara legde de sprong over het tiental uit aan Boaz, zonder hulp (${index})`,
    byName: 'Farida',
    onDate: '2026-11-20',
  }),
)
const plans = cards(
  (index): PlanCard => ({
    id: id(5, index),
    description: `Samen de les van dinsdag ontwerpen (${index})`,
    week: '2026-11-23',
    byName: 'Jan',
  }),
)

const props: ZoneProps = {
  locale: 'nl',
  view: 'desk',
  audience: 'writes',
  path: '/s/de-waterlelie/boards/01a26000-0000-7000-8000-000000000001',
  board: {
    id: id(6, 1),
    kind: 'improvement',
    name: 'Team onderbouw',
    teamId: id(7, 1),
    teamName: 'Onderbouw',
    teamSlug: 'onderbouw',
    code: null,
    endsOn: null,
  },
  data: { goals, actions, successes, plans, team, lastSession: null, period: null, sequence: 7 },
  session: null,
  today: '2026-11-22',
  now: new Date('2026-11-22T10:00:00Z'),
}

/** The zones of a board page at a desk, with 30 cards in each of the four that hold cards. */
export function BenchBoard() {
  return <div class="zones">{zones.map((zone) => views.desk[zone]?.(props))}</div>
}
