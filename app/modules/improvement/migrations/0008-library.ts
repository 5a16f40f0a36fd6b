import type { Migration } from '../../../platform/database/migrate.ts'
import { publicTable, tenantTable } from '../../../platform/database/tenant-table.ts'

export const library: Migration = {
  name: 'improvement/0008-library',
  sql: `
    -- Likeness of words by parts of three letters; a trusted extension: the owner of the database may add it (PostgreSQL 13+).
    create extension if not exists pg_trgm;

    -- A version of a lesson as it stood when it was shared.
    create table shared_lessons (
      organisation_id uuid not null,
      id uuid not null,
      lesson_id uuid not null,
      version_id uuid not null,
      number int not null check (number >= 1),
      team_id uuid not null,
      reach text not null check (reach in ('team', 'school', 'board', 'open')),
      -- The governing body of the school then; the school itself where it has none.
      board_id uuid not null,
      title text not null check (length(title) between 1 and 120),
      subject text not null default '',
      year text not null default '',
      theme text not null default '',
      -- See Plan in lessons/plan.ts.
      plan jsonb not null default '{}',
      -- Official addresses of what of the curriculum it is about.
      terms text[] not null default '{}',
      -- Whose it is, in words: a team and a school, never a person.
      credit text not null check (length(credit) <= 200),
      -- What it was taken over from: as it stood then, also where that is no longer shared.
      parent_id uuid,
      parent_title text,
      parent_credit text,
      parent_plan jsonb,
      -- What is searched: stems of the words, those of the title apart, and the words themselves.
      title_stems text[] not null,
      stems text[] not null,
      words text not null,
      shared_by text not null,
      shared_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (organisation_id, id),
      unique (id),
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    create index shared_lessons_lesson on shared_lessons (organisation_id, lesson_id);
    create index shared_lessons_open on shared_lessons (shared_at desc) where reach = 'open' and withdrawn_at is null;
    create index shared_lessons_board on shared_lessons (board_id) where reach = 'board' and withdrawn_at is null;
    create index shared_lessons_stems on shared_lessons using gin (stems);
    create index shared_lessons_words on shared_lessons using gin (words gin_trgm_ops);
    alter table shared_lessons enable row level security;
    alter table shared_lessons force row level security;
    -- Whom it reaches: the team, its school, all schools of the governing body, everybody.
    create policy shared_lessons_read on shared_lessons for select to kantelpunt_app using (
      (organisation_id = any ((select app_organisations())::uuid[]) and (
        reach <> 'team'
        or shared_by = 'person:' || (select app_user_id())
        or exists (
          select from team_members m where m.organisation_id = shared_lessons.organisation_id
          and m.team_id = shared_lessons.team_id and m.user_id = (select app_user_id())
        )
      ))
      or (withdrawn_at is null and reach = 'open')
      or (withdrawn_at is null and reach = 'board' and exists (
        select from organisations o where o.id = any ((select app_organisations())::uuid[])
        and coalesce(o.parent_id, o.id) = shared_lessons.board_id
      ))
    );
    create policy shared_lessons_insert on shared_lessons for insert to kantelpunt_app
      with check (organisation_id = any ((select app_organisations())::uuid[]));
    create policy shared_lessons_update on shared_lessons for update to kantelpunt_app
      using (organisation_id = any ((select app_organisations())::uuid[]))
      with check (organisation_id = any ((select app_organisations())::uuid[]));
    create policy shared_lessons_system on shared_lessons to kantelpunt_system using (true) with check (true);
    grant select, insert, update on shared_lessons to kantelpunt_app;
    grant select, insert, update, delete on shared_lessons to kantelpunt_system;

    -- Where a lesson of this school was taken over from.
    create table lesson_forks (
      organisation_id uuid not null,
      lesson_id uuid not null,
      parent_id uuid not null,
      parent_title text not null,
      parent_credit text not null,
      parent_plan jsonb not null,
      primary key (organisation_id, lesson_id),
      foreign key (organisation_id, lesson_id) references lessons on delete cascade
    );
    ${tenantTable('lesson_forks')}

    -- The curriculum, as it was imported from a file.
    create table curriculum_terms (
      uri text primary key check (length(uri) <= 400),
      code text not null default '' check (length(code) <= 40),
      label text not null check (length(label) between 1 and 1000),
      subject text not null default '' check (length(subject) <= 200),
      level text not null default '' check (length(level) <= 200),
      broader text,
      stems text[] not null,
      imported_at timestamptz not null,
      -- No longer in the newest file of its scheme; lessons keep their tag.
      gone_at timestamptz,
      -- Of which list: the address of its scheme.
      scheme text not null default '' check (length(scheme) <= 400)
    );
    create index curriculum_terms_stems on curriculum_terms using gin (stems);
    ${publicTable('curriculum_terms')}
  `,
}
