// The network as Neo4j holds it: constraints and indexes, version 1. README.md beside this file draws the graph.
// A migration is a file with the next number; its statements end with a semicolon at the end of a line, and each may run again.

// One node for a name (organization/6f1c…), whatever it is, and one for an id of a kind.
CREATE CONSTRAINT element_ref IF NOT EXISTS FOR (n:Element) REQUIRE n.ref IS UNIQUE;
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT unit_id IF NOT EXISTS FOR (n:Unit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT service_id IF NOT EXISTS FOR (n:Service) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT need_id IF NOT EXISTS FOR (n:Need) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT region_id IF NOT EXISTS FOR (n:Region) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT region_code IF NOT EXISTS FOR (n:Region) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT term_id IF NOT EXISTS FOR (n:Term) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT tie_id IF NOT EXISTS FOR (n:Tie) REQUIRE n.id IS UNIQUE;

// One changeset for a sequence: the constraint that makes two writers take turns.
CREATE CONSTRAINT changeset_sequence IF NOT EXISTS FOR (n:Changeset) REQUIRE n.sequence IS UNIQUE;

// One log, one request for an idempotency key, one key for an id, one place in the queue for a process.
CREATE CONSTRAINT log_name IF NOT EXISTS FOR (n:Log) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT request_key IF NOT EXISTS FOR (n:Request) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT sealing_key_id IF NOT EXISTS FOR (n:SealingKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT waiting_owner IF NOT EXISTS FOR (n:Waiting) REQUIRE n.owner IS UNIQUE;
CREATE INDEX sealing_key_sequence IF NOT EXISTS FOR (n:SealingKey) ON (n.sequence);

// One typed relationship for a tie. A new tie type brings a constraint like these with it.
CREATE CONSTRAINT tied_to_id IF NOT EXISTS FOR ()-[r:TIED_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT partners_with_id IF NOT EXISTS FOR ()-[r:PARTNERS_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT mediates_for_id IF NOT EXISTS FOR ()-[r:MEDIATES_FOR]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT member_of_id IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT advises_id IF NOT EXISTS FOR ()-[r:ADVISES]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT supports_id IF NOT EXISTS FOR ()-[r:SUPPORTS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT trains_id IF NOT EXISTS FOR ()-[r:TRAINS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT funds_id IF NOT EXISTS FOR ()-[r:FUNDS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT delivers_id IF NOT EXISTS FOR ()-[r:DELIVERS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT provides_service_to_id IF NOT EXISTS FOR ()-[r:PROVIDES_SERVICE_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT refers_to_id IF NOT EXISTS FOR ()-[r:REFERS_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT commissions_id IF NOT EXISTS FOR ()-[r:COMMISSIONS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT assures_id IF NOT EXISTS FOR ()-[r:ASSURES]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT accredits_id IF NOT EXISTS FOR ()-[r:ACCREDITS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT registers_id IF NOT EXISTS FOR ()-[r:REGISTERS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT supplies_work_to_id IF NOT EXISTS FOR ()-[r:SUPPLIES_WORK_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT regulates_id IF NOT EXISTS FOR ()-[r:REGULATES]-() REQUIRE r.id IS UNIQUE;

// What questions start from.
CREATE INDEX organization_kind IF NOT EXISTS FOR (n:Organization) ON (n.actorKind);
CREATE INDEX term_code IF NOT EXISTS FOR (n:Term) ON (n.taxonomy, n.code);
CREATE INDEX region_level IF NOT EXISTS FOR (n:Region) ON (n.level);
CREATE INDEX tie_status IF NOT EXISTS FOR (n:Tie) ON (n.type, n.status);
CREATE POINT INDEX region_point IF NOT EXISTS FOR (n:Region) ON (n.point);
CREATE POINT INDEX place_point IF NOT EXISTS FOR (n:Place) ON (n.point);
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Organization|Service|Region) ON EACH [n.name, n.acronym, n.otherNames];
