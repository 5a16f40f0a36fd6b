import type { Migration } from '../../../platform/database/migrate.ts'
import { publicTable, systemTable, tenantTable } from '../../../platform/database/tenant-table.ts'
import { librarySearch } from './library-search-sql.ts'
import { libraryReach, reachesVisitor } from './library-sql.ts'

export const library: Migration = {
  name: 'improvement/0008-library',
  sql: `
    -- Likeness of words by parts of three letters; a trusted extension: the owner of the database may add it (PostgreSQL 13+).
    create extension if not exists pg_trgm;
    ${libraryReach}

    -- A lesson that is shared: one row, and so one address, for as long as the lesson is there. What it says stands in its
    -- editions; here stands what the newest one is found by.
    create table shared_lessons (
      organisation_id uuid not null,
      id uuid not null,
      lesson_id uuid not null,
      team_id uuid not null,
      reach text not null check (reach in ('team', 'school', 'board', 'open')),
      -- The governing body of the school then; the school itself where it has none.
      board_id uuid not null,
      -- The newest edition, and the oldest that is still shown: what was before a taking back stays away.
      edition int not null check (edition >= 1),
      oldest int not null default 1 check (oldest between 1 and edition),
      title text not null check (length(title) between 1 and 120),
      subject text not null default '' check (length(subject) <= 60),
      year text not null default '' check (length(year) <= 40),
      theme text not null default '' check (length(theme) <= 80),
      -- Official addresses of what of the curriculum it is about.
      terms text[] not null default '{}',
      -- What is searched: stems of the words of the title; of all, each word once, and the stem of each.
      title_stems text[] not null,
      words text[] not null,
      stems text[] not null check (cardinality(stems) = cardinality(words)),
      shared_by text not null,
      shared_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (organisation_id, id),
      unique (id),
      -- One sharing at a time, whoever shares it and with whom.
      unique (organisation_id, lesson_id),
      foreign key (organisation_id, lesson_id) references lessons on delete cascade,
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    -- Long lists of words stand apart, so that a search that looks at many rows reads little of each.
    alter table shared_lessons set (toast_tuple_target = 256);
    create index shared_lessons_newest on shared_lessons (shared_at desc) where withdrawn_at is null;
    create index shared_lessons_board on shared_lessons (board_id) where reach = 'board' and withdrawn_at is null;
    create index shared_lessons_subject on shared_lessons (lower(subject), shared_at desc) where withdrawn_at is null;
    create index shared_lessons_theme on shared_lessons (lower(theme), shared_at desc) where withdrawn_at is null;
    create index shared_lessons_terms on shared_lessons using gin (terms) where withdrawn_at is null;
    create index shared_lessons_stems on shared_lessons using gin (stems) where withdrawn_at is null;
    create index shared_lessons_title on shared_lessons using gin (title_stems) where withdrawn_at is null;
    alter table shared_lessons enable row level security;
    alter table shared_lessons force row level security;
    create policy shared_lessons_read on shared_lessons for select to kantelpunt_app using (${reachesVisitor('shared_lessons')});
    create policy shared_lessons_insert on shared_lessons for insert to kantelpunt_app
      with check (organisation_id = any ((select app_organisations())::uuid[]));
    create policy shared_lessons_update on shared_lessons for update to kantelpunt_app
      using (organisation_id = any ((select app_organisations())::uuid[]))
      with check (organisation_id = any ((select app_organisations())::uuid[]));
    create policy shared_lessons_system on shared_lessons to kantelpunt_system using (true) with check (true);
    grant select, insert, update on shared_lessons to kantelpunt_app;
    grant select, insert, update, delete on shared_lessons to kantelpunt_system;

    -- A version of a lesson as it stood when it was shared; never changed.
    create table shared_editions (
      organisation_id uuid not null,
      shared_id uuid not null,
      edition int not null check (edition >= 1),
      version_id uuid not null,
      -- Of the version.
      number int not null check (number >= 1),
      title text not null,
      subject text not null default '',
      year text not null default '',
      theme text not null default '',
      -- See Plan in lessons/plan.ts.
      plan jsonb not null default '{}',
      terms text[] not null default '{}',
      -- Whose it is, in words: a team and a school, never a person.
      credit text not null check (length(credit) between 1 and 200),
      -- What it was taken over from, and that from what: [{ id, edition, title, credit }], nearest first. Names, which stay
      -- (CC BY 4.0, 3a), never words of these lessons: who may read them reads them there.
      origins jsonb not null default '[]',
      shared_by text not null,
      shared_at timestamptz not null,
      primary key (organisation_id, shared_id, edition),
      foreign key (organisation_id, shared_id) references shared_lessons on delete cascade
    );
    alter table shared_editions enable row level security;
    alter table shared_editions force row level security;
    -- Whom the lesson reaches; policies of shared_lessons decide.
    create policy shared_editions_read on shared_editions for select to kantelpunt_app using (
      exists (select from shared_lessons s where s.organisation_id = shared_editions.organisation_id
        and s.id = shared_editions.shared_id and shared_editions.edition >= s.oldest)
    );
    create policy shared_editions_insert on shared_editions for insert to kantelpunt_app
      with check (organisation_id = any ((select app_organisations())::uuid[]));
    create policy shared_editions_system on shared_editions to kantelpunt_system using (true) with check (true);
    grant select, insert on shared_editions to kantelpunt_app;
    grant select, insert, update, delete on shared_editions to kantelpunt_system;

    -- From which edition a lesson of this school was taken over: by name, not by its words.
    create table lesson_forks (
      organisation_id uuid not null,
      lesson_id uuid not null,
      origins jsonb not null check (
        case jsonb_typeof(origins) when 'array' then jsonb_array_length(origins) between 1 and 100 else false end),
      primary key (organisation_id, lesson_id),
      foreign key (organisation_id, lesson_id) references lessons on delete cascade
    );
    ${tenantTable('lesson_forks')}

    -- Every word that stands in the library, for forgiving those who search. Nobody reads it but search_library().
    create table library_words (word text collate "C" primary key, stem text not null);
    create index library_words_stem on library_words (stem);
    create index library_words_parts on library_words using gin (word gin_trgm_ops);
    ${systemTable('library_words')}
    ${librarySearch}

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
      -- Of which list: its address. One list is replaced at a time, so none is nameless.
      scheme text not null check (scheme ~ '^https?://' and length(scheme) <= 400)
    );
    create index curriculum_terms_scheme on curriculum_terms (scheme);
    create index curriculum_terms_stems on curriculum_terms using gin (stems);
    ${publicTable('curriculum_terms')}
  `,
}
