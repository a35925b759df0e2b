// The network as Neo4j holds it: constraints and indexes, version 1. Every statement may run again.
//
// Nodes, by label (an element's id is its name in the log):
//   (:Organization)   and its actor kind as a second label: Ngo, HomeWorkerOrganization, LocalGovernment, …
//   (:Unit) (:Place) (:Service) (:Need)
//   (:Region)         and its kind: Province, Regency, City, District, Village, UrbanVillage; key is the dotted code
//   (:Term)           and its taxonomy: Issue, Skill, Sector, ActorKind, LegalForm, TieType, UnitKind, HsoFunction, Pillar, ServiceTerm
//   (:Tie)            what a tie is, with sources and confirmations; see below
//   (:Changeset)      the log: sequence, canonical text, hash, hash of the one before
//
// Relationships:
//   (:Organization)-[:SEATED_IN]->(:Region)          (:Region)-[:WITHIN]->(:Region)        (:Region)-[:BECAME]->(:Region)
//   (:Organization)-[:WORKS_ON]->(:Issue)            (:Organization)-[:OFFERS]->(:Skill)   (:Organization)-[:LACKS]->(:Skill)
//   (:Organization)-[:IN_SECTOR]->(:Sector)
//   (:Unit)-[:UNIT_OF]->(:Organization)              (:Unit)-[:UNDER]->(:Unit)             (:Unit)-[:IN_REGION]->(:Region)
//   (:Place)-[:PLACE_OF]->(:Organization)            (:Place)-[:IN_REGION]->(:Region)
//   (:Service)-[:SERVICE_OF]->(:Organization)        (:Service)-[:COVERS {withSubregions, validFrom, validUntil}]->(:Region)
//   (:Service)-[:ADDRESSES]->(:Issue)                (:Service)-[:HAS_FUNCTION]->(:HsoFunction)
//   (:Service)-[:STANDS_ON]->(:Pillar)               (:Service)-[:IS_A]->(:ServiceTerm)
//   (:Need)-[:IN_REGION]->(:Region)                  (:Need)-[:ABOUT]->(:Term)
//   (:Term)-[:NARROWER_THAN]->(:Term)
//
// A tie is written twice, together: as a typed relationship with its scalar properties {id, version, status, strength, audience,
// validFrom, validUntil}, for walking the network, and as (:Tie)-[:FROM]->(:Organization), (:Tie)-[:TO]->(:Organization),
// (:Tie)-[:CONCERNS]->(:Service), for all that hangs on it. A relationship type is a tie type in capitals, of [A-Z][A-Z0-9_]*.

// One node for an id.
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT unit_id IF NOT EXISTS FOR (n:Unit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT service_id IF NOT EXISTS FOR (n:Service) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT need_id IF NOT EXISTS FOR (n:Need) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT region_code IF NOT EXISTS FOR (n:Region) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT term_id IF NOT EXISTS FOR (n:Term) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT tie_id IF NOT EXISTS FOR (n:Tie) REQUIRE n.id IS UNIQUE;

// One changeset for a sequence: the constraint that makes two writers take turns.
CREATE CONSTRAINT changeset_sequence IF NOT EXISTS FOR (n:Changeset) REQUIRE n.sequence IS UNIQUE;

// One typed relationship for a tie. A new tie type brings a line like these.
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
CREATE INDEX organization_sequence IF NOT EXISTS FOR (n:Organization) ON (n.sequence);
CREATE INDEX term_code IF NOT EXISTS FOR (n:Term) ON (n.taxonomy, n.code);
CREATE INDEX region_level IF NOT EXISTS FOR (n:Region) ON (n.level);
CREATE INDEX tie_status IF NOT EXISTS FOR (n:Tie) ON (n.type, n.status);
CREATE POINT INDEX organization_point IF NOT EXISTS FOR (n:Organization) ON (n.point);
CREATE POINT INDEX place_point IF NOT EXISTS FOR (n:Place) ON (n.point);
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Organization|Service|Region) ON EACH [n.name, n.acronym, n.otherNames];
