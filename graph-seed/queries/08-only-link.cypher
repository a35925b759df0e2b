// What breaks if $organization leaves? Home-worker groups that would have no confirmed tie left but to those who give them work.
// Parameters: $organization (id), $at (date).
MATCH (:Organization {id: $organization})-[tie]-(group:HomeWorkerOrganization)
WHERE tie.status = 'confirmed' AND type(tie) <> 'SUPPLIES_WORK_TO' AND (tie.validFrom IS NULL OR tie.validFrom <= date($at)) AND (tie.validUntil IS NULL OR tie.validUntil >= date($at))
WITH DISTINCT group
WHERE NOT EXISTS {
  MATCH (group)-[other]-(helper:Organization)
  WHERE helper.id <> $organization AND other.status = 'confirmed' AND type(other) <> 'SUPPLIES_WORK_TO'
    AND (other.validFrom IS NULL OR other.validFrom <= date($at)) AND (other.validUntil IS NULL OR other.validUntil >= date($at))
}
RETURN group.id AS id, group.name AS name
ORDER BY id
