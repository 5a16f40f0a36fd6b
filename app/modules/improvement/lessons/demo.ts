import { organisationScope, type Trx } from '../../../platform/database/scope.ts'
import { demoId, demoMembers, demoTeam, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { perform, type Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, type Day, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { schoolDayAt } from '../demo/school-day.ts'
import { type LessonPlot, lessonPlots } from './demo-plots.ts'
import { mergeInto } from './document-store.ts'
import { lessonStream } from './lesson.ts'
import { startLesson } from './lesson-store.ts'
import { closeSpells } from './spells.ts'
import { editVersion, startNextVersion } from './version-store.ts'
import { editFromForm } from './written-form.ts'

type DemoServices = Pick<Services, 'db' | 'clock'>

/** Lessons that teams of the fictional school designed, told by plots and written by the same functions as in real life. */
export async function lessonsDemo({ db, clock }: DemoServices): Promise<void> {
  const scope = organisationScope(deWaterlelie.id)
  const there = await db.run(scope, (trx) => trx.selectFrom('lessons').select('id').limit(1).executeTakeFirst())
  if (there !== undefined) return
  const today = amsterdamDay(clock())
  let ids = 0
  const newId = () => demoId(`lesson part ${ids++}`)
  for (const [index, plot] of lessonPlots.entries()) {
    await playLesson({ db, newId, day: (ago) => schoolDayAt(addDays(today, -ago)) }, plot, demoId(`lesson ${index}`))
  }
}

interface Stage {
  readonly db: Services['db']
  readonly newId: () => string
  /** The day so many days ago, or the last day of school before it. */
  readonly day: (ago: number) => Day
}

async function playLesson(stage: Stage, plot: LessonPlot, id: string): Promise<void> {
  const { db, newId, day } = stage
  const team = demoTeam(deWaterlelie, plot.team)
  const people = demoMembers(team)
  const designers = plot.designers.map((index) => people[index]?.id ?? '')
  const actorOf = (index: number) => `person:${designers[index % designers.length]}`
  const at = (ago: number, hour: number) => new Date(startOfDay(day(ago)).getTime() + hour * 3_600_000)
  const place = { organisationId: deWaterlelie.id, lessonId: id }
  const write = (actor: string, now: Date, work: (trx: Trx, record: RecordEntry) => Promise<unknown>) => {
    const operation = {
      organisationId: deWaterlelie.id,
      stream: lessonStream(id),
      actor,
      id: newId(),
      content: {},
      at: now,
    }
    return perform(db, organisationScope(deWaterlelie.id), operation, async (trx, record) => {
      await work(trx, record)
      return null
    })
  }
  const goal = await goalOf(db, team.id)
  await write(actorOf(0), at(plot.begun, 15), (trx, record) =>
    startLesson(trx, record, {
      ...place,
      id,
      teamId: team.id,
      title: plot.title,
      subject: plot.subject,
      year: plot.year,
      theme: plot.theme,
      goal_id: plot.onGoal ? goal : null,
      designerIds: designers,
      actor: actorOf(0),
      now: at(plot.begun, 15),
      newId,
    }),
  )
  for (const [index, version] of plot.versions.entries()) {
    const number = index + 1
    if (number > 1) {
      await write(actorOf(1), at(version.written, 14), (trx, record) =>
        startNextVersion(trx, record, {
          ...place,
          id: newId(),
          after: index,
          actor: actorOf(1),
          now: at(version.written, 14),
          newId,
        }),
      )
    }
    for (const [turn, fields] of version.writes.entries()) {
      const now = at(version.written, 15 + turn)
      const actor = actorOf(turn)
      const edit = { ...place, number, actor, name: '', now, newId }
      await db.run(organisationScope(deWaterlelie.id), (trx) =>
        mergeInto(trx, edit, (document) => editFromForm(document, fields, version.shown ?? {}, newId)),
      )
      await closeSpells({ db, now: new Date(now.getTime() + 900_000), newId }, id)
    }
    const { taught } = version
    if (taught === undefined) continue
    const { ago, group, ...evaluation } = taught
    const teach = { taught_on: day(ago), class_name: group }
    await write(actorOf(0), at(ago, 12), (trx, record) =>
      editVersion(trx, record, place, number, teach, at(ago, 12).getTime()),
    )
    if (evaluation.worked === '') continue
    await write(actorOf(1), at(ago, 15), (trx, record) =>
      editVersion(trx, record, place, number, evaluation, at(ago, 15).getTime()),
    )
  }
}

/** The first running goal on the team's board. */
async function goalOf(db: Services['db'], teamId: string): Promise<string | null> {
  const row = await db.run(organisationScope(deWaterlelie.id), (trx) =>
    trx
      .selectFrom('goals')
      .innerJoin('boards', (join) =>
        join.onRef('boards.organisation_id', '=', 'goals.organisation_id').onRef('boards.id', '=', 'goals.board_id'),
      )
      .select('goals.id')
      .where('boards.team_id', '=', teamId)
      .where('boards.kind', '=', 'improvement')
      .where('goals.state', '=', 'running')
      .where('goals.removed_at', 'is', null)
      .orderBy('goals.created_at')
      .limit(1)
      .executeTakeFirst(),
  )
  return row?.id ?? null
}
