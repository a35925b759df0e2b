// Ten themes that make an invented organization hang together: what it works on, what it lacks, what helpers offer, which services follow.
export const themes = {
  pay: {
    issues: ['piece_rate', 'below_minimum_wage', 'late_payment', 'rejected_goods', 'work_costs'],
    skills: ['wage_calculation', 'negotiation', 'supply_chain_mapping'],
    services: ['legal_information', 'mediation_service', 'complaint_hotline'],
  },
  safety: {
    issues: ['osh_at_home', 'chemical_exposure', 'long_hours'],
    skills: ['osh_training', 'ergonomics', 'health_education'],
    services: ['osh_service', 'health_screening', 'shared_workshop'],
  },
  security: {
    issues: ['bpjs_employment', 'bpjs_health', 'old_age_security'],
    skills: ['social_security_enrolment', 'financial_literacy', 'civil_registration'],
    services: ['bpjs_enrolment', 'identity_papers', 'elderly_support'],
  },
  women: {
    issues: ['violence', 'double_burden', 'discrimination'],
    skills: ['violence_case_handling', 'psychosocial_support', 'legal_aid'],
    services: ['survivor_support', 'counselling', 'safe_house'],
  },
  care: {
    issues: ['maternity', 'childcare', 'bpjs_health'],
    skills: ['childcare_management', 'reproductive_health', 'health_education'],
    services: ['childcare_service', 'maternal_health', 'health_screening'],
  },
  law: {
    issues: ['worker_recognition', 'draft_regulation', 'no_written_contract', 'c177_ratification', 'labour_inspection'],
    skills: ['legal_drafting', 'paralegal_training', 'policy_advocacy', 'labour_law'],
    services: ['legal_aid', 'legal_information', 'mediation_service'],
  },
  livelihood: {
    issues: ['market_access', 'credit_access', 'skills_training', 'unstable_orders'],
    skills: ['product_design', 'online_marketing', 'bookkeeping', 'cooperative_development', 'savings_groups', 'quality_control'],
    services: ['business_support', 'market_linkage', 'savings_loans', 'skills_training'],
  },
  organizing: {
    issues: ['organizing', 'collective_bargaining', 'retaliation'],
    skills: ['organizing_members', 'union_administration', 'leadership_training', 'group_facilitation'],
    services: ['organizing_support', 'leadership_school', 'adult_education'],
  },
  children: {
    issues: ['child_labour', 'debt_bondage', 'social_assistance'],
    skills: ['child_protection', 'social_assistance_access', 'financial_literacy'],
    services: ['child_education', 'cash_assistance', 'food_assistance'],
  },
  evidence: {
    issues: ['data_on_home_workers', 'supply_chain_transparency', 'intermediary_responsibility'],
    skills: ['survey_design', 'participatory_research', 'supply_chain_mapping', 'data_management'],
    services: ['legal_information', 'digital_training', 'complaint_hotline'],
  },
  inclusion: {
    issues: ['disability_inclusion', 'digital_access', 'discrimination'],
    skills: ['sign_language', 'digital_literacy', 'data_management'],
    services: ['disability_support', 'digital_training', 'adult_education'],
  },
}

/** What an organization of helpers itself lacks. */
export const helperNeeds = ['fundraising', 'proposal_writing', 'monitoring_evaluation', 'media_relations', 'data_management', 'survey_design', 'digital_literacy', 'group_facilitation']

/** What each kind of service does, in the words of the taxonomies: [functions with the one above, pillars, Indonesian name]. */
export const serviceKinds = {
  legal_aid: [['social_control'], ['social_protection'], 'Bantuan hukum'],
  legal_information: [['socialization'], ['social_protection'], 'Kelas hak kerja'],
  mediation_service: [['social_control'], ['social_protection'], 'Mediasi perselisihan'],
  organizing_support: [['socialization'], ['social_empowerment'], 'Pendampingan kelompok'],
  leadership_school: [['socialization', 'education', 'critical_resources'], ['social_empowerment'], 'Sekolah kepemimpinan'],
  skills_training: [['education', 'critical_resources'], ['social_empowerment'], 'Pelatihan keterampilan'],
  business_support: [['critical_resources'], ['social_empowerment'], 'Pendampingan usaha'],
  market_linkage: [['critical_resources'], ['social_empowerment'], 'Penghubung pasar'],
  savings_loans: [['material_help', 'critical_resources'], ['social_empowerment'], 'Simpan pinjam'],
  bpjs_enrolment: [['material_help', 'critical_resources'], ['social_security'], 'Pendaftaran BPJS bersama'],
  osh_service: [['health', 'critical_resources'], ['social_protection'], 'Pemeriksaan K3 rumah'],
  maternal_health: [['health', 'critical_resources'], ['social_protection'], 'Kesehatan ibu dan anak'],
  health_screening: [['health', 'critical_resources'], ['social_protection'], 'Pemeriksaan kesehatan kelompok'],
  counselling: [['counselling', 'integration'], ['social_rehabilitation'], 'Konseling'],
  survivor_support: [['counselling', 'therapy', 'integration'], ['social_rehabilitation', 'social_protection'], 'Pendampingan korban kekerasan'],
  safe_house: [['resocialization', 'integration'], ['social_rehabilitation'], 'Rumah aman'],
  childcare_service: [['socialization'], ['social_protection'], 'Penitipan anak'],
  child_education: [['education', 'critical_resources'], ['social_protection'], 'Bimbingan belajar anak'],
  cash_assistance: [['material_help', 'critical_resources'], ['social_security'], 'Bantuan tunai'],
  food_assistance: [['material_aid', 'integration'], ['social_security'], 'Bantuan pangan'],
  identity_papers: [['critical_resources'], ['social_security'], 'Pengurusan dokumen'],
  disability_support: [['therapy', 'integration'], ['social_rehabilitation'], 'Layanan disabilitas'],
  elderly_support: [['material_aid', 'integration'], ['social_security'], 'Layanan lanjut usia'],
  adult_education: [['education', 'critical_resources'], ['social_empowerment'], 'Pendidikan kesetaraan'],
  digital_training: [['education', 'critical_resources'], ['social_empowerment'], 'Pelatihan digital'],
  shared_workshop: [['critical_resources'], ['social_empowerment'], 'Ruang kerja bersama'],
  complaint_hotline: [['social_control'], ['social_protection'], 'Saluran pengaduan'],
}
