import { organisationScope, type Trx } from '../../../platform/database/scope.ts'
import { demoId, demoMembers, demoTeam, deWaterlelie, hetZandpad } from '../../../platform/identity/demo-people.ts'
import { perform, type Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, startOfDay } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { startLesson } from '../lessons/lesson-store.ts'
import { demoShelf } from './demo-shelf.ts'
import { shareLesson } from './share-store.ts'
import { sharedStream } from './shared-lesson.ts'

/** Lessons that fictional schools shared, so that there is something to find. Written as in real life. Once. */
export async function libraryDemo({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const there = await db.run(organisationScope(deWaterlelie.id), (trx) =>
    trx.selectFrom('shared_lessons').select('id').limit(1).executeTakeFirst(),
  )
  if (there !== undefined) return
  const today = amsterdamDay(clock())
  let ids = 0
  const newId = () => demoId(`library part ${ids++}`)
  for (const [index, { school, team, ago, reach, plan, ...lesson }] of demoShelf.entries()) {
    const organisation = school === 'own' ? deWaterlelie : hetZandpad
    const { id: teamId } = demoTeam(organisation, team)
    const designers = demoMembers(demoTeam(organisation, team))
      .slice(0, 2)
      .map(({ id }) => id)
    const actor = `person:${designers[0]}`
    const lessonId = demoId(`library lesson ${index}`)
    const now = new Date(startOfDay(addDays(today, -ago)).getTime() + 15 * 3_600_000)
    const write = (stream: string, work: (trx: Trx, record: RecordEntry) => Promise<unknown>) =>
      perform(
        db,
        organisationScope(organisation.id),
        { organisationId: organisation.id, stream, actor, id: newId(), content: {}, at: now },
        async (trx, record) => {
          await work(trx, record)
          return null
        },
      )
    const versionId = newId()
    const ids = { organisationId: organisation.id, teamId, actor, now }
    const names = [versionId]
    await write(`lesson:${lessonId}`, (trx, record) =>
      startLesson(trx, record, {
        ...ids,
        ...lesson,
        plan,
        id: lessonId,
        goal_id: null,
        designerIds: designers,
        newId: () => names.pop() ?? newId(),
      }),
    )
    await write(sharedStream(lessonId), (trx, record) =>
      shareLesson(trx, record, {
        ...ids,
        ...lesson,
        plan,
        id: demoId(`shared lesson ${index}`),
        lessonId,
        versionId,
        number: 1,
        reach,
        credit: `${team}, ${organisation.name}`,
        terms: [],
        found: { replaced: 0, kept: 0, reasons: [] },
      }),
    )
  }
}
