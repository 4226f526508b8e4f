-- What the model can't say. Run after every migration, by the owner; each statement may run again.

-- Third tenant wall: a row is seen and written only by a connection that works for its municipality.
DO $$
DECLARE
    owned record;
BEGIN
    FOR owned IN
        SELECT c.relname
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id' AND NOT a.attisdropped
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned.relname);
        EXECUTE format('DROP POLICY IF EXISTS own_municipality ON %I', owned.relname);
        EXECUTE format(
            'CREATE POLICY own_municipality ON %I USING (municipality_id = (SELECT nullif(current_setting(''brink.municipality'', true), '''')::bigint))',
            owned.relname);
    END LOOP;
END
$$;

-- The list of municipalities is no secret; each is changed only from within, and made only by the owner.
ALTER TABLE municipalities ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS everyone_reads ON municipalities;
CREATE POLICY everyone_reads ON municipalities FOR SELECT USING (true);
DROP POLICY IF EXISTS own_municipality ON municipalities;
CREATE POLICY own_municipality ON municipalities FOR UPDATE
    USING (id = (SELECT nullif(current_setting('brink.municipality', true), '')::bigint));

-- The journal is append-only, also for the owner.
CREATE OR REPLACE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal can''t be changed: % is not allowed.', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;

DROP TRIGGER IF EXISTS journal_append_only ON journal;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();

DROP TRIGGER IF EXISTS journal_no_truncate ON journal;
CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();

-- Nothing is added to a person who was erased, whoever was busy at that moment: the lock waits for an erasing that is
-- under way and then sees it.
-- One function for each name of a column: reading the row's own field is many times cheaper than looking it up by name.
DO $$
DECLARE
    reference record;
BEGIN
    FOR reference IN
        SELECT DISTINCT a.attname
        FROM pg_constraint k
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname <> 'municipality_id'
        WHERE k.contype = 'f' AND k.confrelid = 'people'::regclass
    LOOP
        EXECUTE format(
            $function$
            CREATE OR REPLACE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $body$
            DECLARE
                gone timestamptz;
            BEGIN
                SELECT p.erased_at INTO gone FROM people p
                WHERE p.municipality_id = NEW.municipality_id AND p.id = NEW.%I
                FOR KEY SHARE;
                IF gone IS NOT NULL THEN
                    RAISE EXCEPTION 'This person was erased.'
                        USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'person_is_there';
                END IF;
                RETURN NEW;
            END
            $body$
            $function$,
            'person_is_there_' || reference.attname, reference.attname);
    END LOOP;
    FOR reference IN
        SELECT k.conrelid::regclass AS relation, a.attname
        FROM pg_constraint k
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname <> 'municipality_id'
        WHERE k.contype = 'f' AND k.confrelid = 'people'::regclass
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON %s FOR EACH ROW WHEN (NEW.%I IS NOT NULL) EXECUTE FUNCTION %I()',
            'person_is_there_' || reference.attname, reference.attname, reference.relation,
            reference.attname, 'person_is_there_' || reference.attname);
    END LOOP;
END
$$;

-- Of the ground rules of an initiative one version is in force for a phase, or for all. Asked at the end, because one
-- save takes the old version out of force and the new one in, in whatever order.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'ex_ground_rules_versions_one_in_force') THEN
        ALTER TABLE ground_rules_versions ADD CONSTRAINT ex_ground_rules_versions_one_in_force
            EXCLUDE USING btree (municipality_id WITH =, initiative_id WITH =, (coalesce(phase, '')) WITH =)
            WHERE (state = 'InForce') DEFERRABLE INITIALLY DEFERRED;
    END IF;
END
$$;

-- Search. Row-level security keeps operators that might leak out of the index, so the search itself runs as the owner
-- and names the municipality in words; it gives only numbers, which the caller then reads through all three walls.
ALTER TABLE subjects ADD COLUMN IF NOT EXISTS search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('dutch', search_text), 'B')
) STORED;
CREATE INDEX IF NOT EXISTS ix_subjects_search ON subjects USING gin (municipality_id, search);
CREATE INDEX IF NOT EXISTS ix_subjects_title_trigrams ON subjects USING gin (municipality_id, lower(title) gin_trgm_ops);

CREATE OR REPLACE FUNCTION search_subjects(query text, kinds text[], most integer)
    RETURNS TABLE (id bigint, rank real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
BEGIN
    -- A function in this language keeps its plan.
    RETURN QUERY WITH words AS (SELECT websearch_to_tsquery('dutch', query) AS query),
    here AS (SELECT nullif(current_setting('brink.municipality', true), '')::bigint AS municipality),
    exact AS (
        SELECT s.id, s.search, s.changed_at
        FROM subjects s, words, here
        WHERE s.municipality_id = here.municipality
          AND s.visibility = 'Public'
          AND (kinds IS NULL OR s.kind = ANY (kinds))
          AND s.search @@ words.query
        ORDER BY s.changed_at DESC
        LIMIT 500
    ),
    alike AS (
        SELECT s.id, word_similarity(lower(query), lower(s.title)) AS likeness
        FROM subjects s, here
        WHERE s.municipality_id = here.municipality
          AND s.visibility = 'Public'
          AND (kinds IS NULL OR s.kind = ANY (kinds))
          AND lower(query) <% lower(s.title)
          AND (SELECT count(*) FROM exact) < most
        ORDER BY likeness DESC
        LIMIT 100
    )
    SELECT found.id, max(found.rank)::real
    FROM (
        SELECT e.id, 1 + ts_rank(e.search, words.query) AS rank FROM exact e, words
        UNION ALL
        SELECT a.id, a.likeness FROM alike a
    ) found
    GROUP BY found.id
    ORDER BY 2 DESC, 1 DESC
    LIMIT most;
END
$$;

-- Which municipalities' journals grew since a moment in transaction time: for caches and the outbox of every instance.
CREATE OR REPLACE FUNCTION journals_grown_since(since xid8)
    RETURNS TABLE (municipality_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT DISTINCT j.municipality_id FROM journal j WHERE j.transaction_id >= since
$$;

-- Which municipalities have work for the outbox.
CREATE OR REPLACE FUNCTION municipalities_with_mail(now timestamptz)
    RETURNS TABLE (municipality_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    -- One look at an index for each municipality, however much waits in it.
    SELECT here.id FROM municipalities here
    WHERE EXISTS (SELECT FROM pending_dispatches p WHERE p.municipality_id = here.id)
       OR EXISTS (
           SELECT FROM mail_messages m
           WHERE m.municipality_id = here.id AND m.state = 'Waiting' AND NOT m.can_wait AND m.not_before <= now)
       OR EXISTS (
           SELECT FROM mail_messages m
           WHERE m.municipality_id = here.id AND m.state = 'Waiting' AND m.can_wait AND m.not_before <= now)
$$;

-- Which of these files something still points to, in whatever municipality: files are kept by content. Gives only what
-- the caller knows already.
CREATE OR REPLACE FUNCTION files_in_use(hashes text[])
    RETURNS TABLE (hash text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT f.hash FROM subject_files f WHERE f.hash = ANY (hashes)
    UNION
    SELECT m.logo_hash FROM municipalities m WHERE m.logo_hash = ANY (hashes)
    UNION
    SELECT t.scan_hash FROM paper_tallies t WHERE t.scan_hash = ANY (hashes)
    UNION
    SELECT a.scan_hash FROM agreement_answers a WHERE a.scan_hash = ANY (hashes)
    UNION
    SELECT p.hash FROM promise_photos p WHERE p.hash = ANY (hashes)
    UNION
    SELECT s.scan_hash FROM signatures s WHERE s.scan_hash = ANY (hashes)
    UNION
    SELECT r.file_hash FROM reactions r WHERE r.file_hash = ANY (hashes)
    UNION
    SELECT w.file_hash FROM word_files w WHERE w.file_hash = ANY (hashes)
    UNION
    SELECT d.file_hash FROM document_pictures d WHERE d.file_hash = ANY (hashes)
$$;

-- How many back an initiative and voiced a concern, kept with each change in the same statement. A person is always in
-- the same of a few slots, so that hundreds who click at once don't wait for one row.
-- In plpgsql, which keeps its plan; a function in SQL would be planned with each click.
CREATE OR REPLACE FUNCTION count_support(tenant bigint, initiative bigint, who bigint, village integer, elsewhere integer,
    concerns_more integer, unanswered_more integer, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (village, elsewhere, concerns_more, unanswered_more) = (0, 0, 0, 0) THEN
        RETURN;
    END IF;
    INSERT INTO support_counts AS c
        (municipality_id, initiative_id, slot, from_village, from_elsewhere, concerns, unanswered, last_at)
    VALUES (tenant, initiative, who % 13, village, elsewhere, concerns_more, unanswered_more, at)
    ON CONFLICT (municipality_id, initiative_id, slot) DO UPDATE SET
        from_village = c.from_village + excluded.from_village,
        from_elsewhere = c.from_elsewhere + excluded.from_elsewhere,
        concerns = c.concerns + excluded.concerns,
        unanswered = c.unanswered + excluded.unanswered,
        last_at = greatest(c.last_at, excluded.last_at);
END
$$;

CREATE OR REPLACE FUNCTION count_backing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was boolean := TG_OP <> 'INSERT' AND OLD.state = 'Counted';
    counts boolean := TG_OP <> 'DELETE' AND NEW.state = 'Counted';
    one record;
BEGIN
    one := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    PERFORM count_support(one.municipality_id, one.initiative_id, one.person_id,
        (counts AND NEW.is_home)::integer - (was AND OLD.is_home)::integer,
        (counts AND NOT NEW.is_home)::integer - (was AND NOT OLD.is_home)::integer,
        0, 0, CASE WHEN counts THEN NEW.at END);
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION count_concern() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was boolean := TG_OP <> 'INSERT' AND OLD.state IN ('Open', 'Answered');
    counts boolean := TG_OP <> 'DELETE' AND NEW.state IN ('Open', 'Answered');
    one record;
BEGIN
    one := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    PERFORM count_support(one.municipality_id, one.initiative_id, one.id, 0, 0,
        counts::integer - was::integer,
        (counts AND NEW.state = 'Open')::integer - (was AND OLD.state = 'Open')::integer, NULL);
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS count_backing ON backings;
CREATE TRIGGER count_backing AFTER INSERT OR UPDATE OR DELETE ON backings FOR EACH ROW EXECUTE FUNCTION count_backing();
DROP TRIGGER IF EXISTS count_concern ON concerns;
CREATE TRIGGER count_concern AFTER INSERT OR UPDATE OR DELETE ON concerns FOR EACH ROW EXECUTE FUNCTION count_concern();

-- A reaction to a standpoint counts only while its round is open and the role of whoever writes it is held. Both rows are
-- locked until the reaction is saved, so that ending one of them at the same moment comes before or after it, and whoever
-- comes after finds out. The error is one after which the program reads again and then says so in words (Conflict.Is);
-- serialization_failure would say it better, but the database driver hides that one.
CREATE OR REPLACE FUNCTION signature_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1
    FROM role_holdings h
    JOIN contributions c ON c.municipality_id = h.municipality_id
        AND h.person_id = coalesce(c.entered_by_id, c.by_person_id)
        AND h.organisation_id = CASE WHEN c.entered_by_id IS NULL THEN c.on_behalf_of_id ELSE c.entered_for_id END
    WHERE c.municipality_id = NEW.municipality_id AND c.id = NEW.contribution_id AND h.role = NEW.role
      AND h."from" <= NEW.on_day AND (h."to" IS NULL OR h."to" >= NEW.on_day)
    FOR SHARE OF h;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Whoever writes this holds no such role.' USING ERRCODE = 'unique_violation';
    END IF;
    UPDATE signing_rounds SET reactions = reactions + 1
    WHERE municipality_id = NEW.municipality_id AND id = NEW.round_id AND ended_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'This round has ended.' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NEW;
END
$$;

DROP TRIGGER IF EXISTS signature_counts ON signatures;
CREATE TRIGGER signature_counts BEFORE INSERT ON signatures
    FOR EACH ROW EXECUTE FUNCTION signature_counts();

-- A reaction comes into a round only as long as it is not finished, and a round is finished only when no reaction waits
-- for an answer. Each holds the round's row until it is saved, so that one comes before the other; whoever comes second
-- reads again and is told in words (Conflict.Is). Reactions share the row, so that hundreds don't wait for each other.
CREATE OR REPLACE FUNCTION round_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended timestamptz;
BEGIN
    SELECT r.finished_at INTO ended FROM rounds r
    WHERE r.municipality_id = NEW.municipality_id AND r.id = NEW.round_id
    FOR SHARE;
    IF ended IS NOT NULL THEN
        RAISE EXCEPTION 'This round is finished.' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION round_is_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM reactions r
        WHERE r.municipality_id = NEW.municipality_id AND r.round_id = NEW.id AND r.state = 'Standing'
    ) THEN
        RAISE EXCEPTION 'A reaction in this round has no answer.' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NEW;
END
$$;

DROP TRIGGER IF EXISTS round_goes_on ON reactions;
CREATE TRIGGER round_goes_on BEFORE INSERT OR UPDATE OF state ON reactions
    FOR EACH ROW WHEN (NEW.state IN ('AwaitingConfirmation', 'Standing')) EXECUTE FUNCTION round_goes_on();
DROP TRIGGER IF EXISTS round_is_answered ON rounds;
CREATE TRIGGER round_is_answered BEFORE UPDATE OF finished_at ON rounds
    FOR EACH ROW WHEN (NEW.finished_at IS NOT NULL AND OLD.finished_at IS NULL) EXECUTE FUNCTION round_is_answered();

-- How many reactions each section of a round has, and how many wait: kept with each change in the same statement.
CREATE OR REPLACE FUNCTION count_reaction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was boolean := TG_OP <> 'INSERT' AND OLD.state IN ('Standing', 'Answered');
    counts boolean := TG_OP <> 'DELETE' AND NEW.state IN ('Standing', 'Answered');
    waited boolean := TG_OP <> 'INSERT' AND OLD.state = 'Standing';
    waits boolean := TG_OP <> 'DELETE' AND NEW.state = 'Standing';
    one record;
BEGIN
    IF was = counts AND waited = waits THEN
        RETURN NULL;
    END IF;
    one := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    INSERT INTO round_counts AS c (municipality_id, round_id, anchor, slot, reactions, unanswered)
    VALUES (one.municipality_id, one.round_id, one.anchor, one.id % 8,
        counts::integer - was::integer, waits::integer - waited::integer)
    ON CONFLICT (municipality_id, round_id, anchor, slot) DO UPDATE
        SET reactions = c.reactions + EXCLUDED.reactions, unanswered = c.unanswered + EXCLUDED.unanswered;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS count_reaction ON reactions;
CREATE TRIGGER count_reaction AFTER INSERT OR UPDATE OR DELETE ON reactions
    FOR EACH ROW EXECUTE FUNCTION count_reaction();

-- Advice on a plan in confidence is in confidence itself, and is no longer when the plan is public. Asked at the end of a
-- save, because one save changes both; whoever adds advice meanwhile waits for the plan's row and then finds out.
CREATE OR REPLACE FUNCTION advice_is_as_open_as_its_plan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stands text;
    hidden boolean;
BEGIN
    IF NEW.dossier_id IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT d.state INTO stands FROM dossiers d
    WHERE d.municipality_id = NEW.municipality_id AND d.id = NEW.dossier_id
    FOR SHARE;
    SELECT a.in_confidence INTO hidden FROM advices a
    WHERE a.municipality_id = NEW.municipality_id AND a.id = NEW.id;
    IF hidden <> (stands IN ('InConfidence', 'Withdrawn')) THEN
        RAISE EXCEPTION 'This advice is not as open as its plan.' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION plan_takes_its_advice_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM advices a
        WHERE a.municipality_id = NEW.municipality_id AND a.dossier_id = NEW.id
          AND a.in_confidence <> (NEW.state IN ('InConfidence', 'Withdrawn'))
    ) THEN
        RAISE EXCEPTION 'Advice on this plan is not as open as the plan.' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS advice_is_as_open_as_its_plan ON advices;
CREATE CONSTRAINT TRIGGER advice_is_as_open_as_its_plan AFTER INSERT OR UPDATE OF in_confidence ON advices
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION advice_is_as_open_as_its_plan();
DROP TRIGGER IF EXISTS plan_takes_its_advice_along ON dossiers;
CREATE CONSTRAINT TRIGGER plan_takes_its_advice_along AFTER UPDATE OF state ON dossiers
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION plan_takes_its_advice_along();

-- The program's own role: rows, never structure, and never past row-level security.
DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO brink_app', current_database());
END
$$;
GRANT USAGE ON SCHEMA public TO brink_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO brink_app;
REVOKE INSERT, DELETE ON municipalities FROM brink_app;
REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM brink_app;
REVOKE UPDATE, DELETE, TRUNCATE ON data_protection_keys FROM brink_app;
REVOKE ALL ON "__EFMigrationsHistory" FROM brink_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO brink_app;
REVOKE ALL ON FUNCTION search_subjects(text, text[], integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION journals_grown_since(xid8) FROM PUBLIC;
REVOKE ALL ON FUNCTION files_in_use(text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION municipalities_with_mail(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_subjects(text, text[], integer) TO brink_app;
GRANT EXECUTE ON FUNCTION journals_grown_since(xid8) TO brink_app;
GRANT EXECUTE ON FUNCTION files_in_use(text[]) TO brink_app;
GRANT EXECUTE ON FUNCTION municipalities_with_mail(timestamptz) TO brink_app;
