// Where the invented network lies: how many groups of home workers a regency has and what they make there.
const field = (regency, groups, ...sectors) => ({ regency, groups, sectors })

export const landscape = [
  field('34.01', 4, 'plaiting', 'food_snacks'), field('34.02', 8, 'batik', 'pottery', 'leather_goods', 'plaiting'),
  field('34.03', 4, 'wood_craft', 'food_snacks'), field('34.04', 6, 'embroidery', 'weaving', 'garment'), field('34.71', 4, 'batik', 'jewellery', 'garment'),
  field('33.02', 2, 'household_articles', 'food_snacks'), field('33.03', 3, 'wigs_lashes'), field('33.05', 2, 'plaiting', 'food_snacks'),
  field('33.06', 2, 'plaiting'), field('33.08', 2, 'wood_craft', 'food_snacks'), field('33.09', 2, 'metal_parts', 'garment'),
  field('33.10', 4, 'weaving', 'garment', 'pottery'), field('33.11', 4, 'garment', 'furniture', 'batik'), field('33.13', 2, 'garment', 'food_snacks'),
  field('33.14', 2, 'batik', 'garment'), field('33.18', 1, 'fish_processing'), field('33.19', 3, 'tobacco', 'embroidery'), field('33.20', 3, 'wood_craft', 'weaving'),
  field('33.21', 1, 'garment'), field('33.22', 3, 'garment', 'household_articles'), field('33.26', 2, 'batik', 'garment'), field('33.28', 1, 'metal_parts'),
  field('33.29', 2, 'food_snacks'), field('33.72', 4, 'batik', 'garment'), field('33.73', 1, 'garment'), field('33.74', 3, 'garment', 'food_snacks'), field('33.75', 2, 'batik'),
  field('35.04', 2, 'garment', 'embroidery'), field('35.07', 4, 'garment', 'tobacco', 'food_snacks'), field('35.09', 2, 'tobacco'), field('35.14', 2, 'embroidery', 'furniture'),
  field('35.15', 3, 'footwear', 'leather_goods'), field('35.16', 2, 'footwear'), field('35.26', 1, 'batik'), field('35.73', 2, 'food_snacks', 'garment'), field('35.78', 2, 'garment'),
  field('32.01', 2, 'footwear'), field('32.04', 2, 'garment', 'knitwear'), field('32.06', 2, 'embroidery', 'plaiting'), field('32.09', 2, 'furniture', 'batik'),
  field('32.73', 2, 'knitwear', 'garment'), field('36.03', 3, 'footwear', 'paper_packaging'), field('36.71', 1, 'garment'), field('36.74', 1, 'packing_services'),
  field('31.72', 2, 'fish_processing', 'garment'), field('31.73', 2, 'garment', 'toys'),
  field('12.07', 4, 'paper_packaging', 'food_snacks', 'toys'), field('12.71', 3, 'food_snacks', 'garment'), field('12.18', 1, 'plaiting'), field('12.75', 1, 'food_snacks'),
  field('18.71', 1, 'embroidery'), field('52.02', 2, 'weaving'), field('73.71', 1, 'fish_processing'), field('13.75', 1, 'embroidery'), field('51.04', 1, 'wood_craft'),
]

export const islandsOfWork = ['34', '33', '35', '32', '36', '31', '12']

/** Where the helpers of each kind sit, in the order in which they are made. */
export const helperSeats = [
  '34.71', '34.02', '33.74', '33.72', '34.04', '35.78', '32.73', '12.71', '31.74', '33.10', '35.73', '36.71', '33.02', '33.75', '33.11', '35.15', '32.09', '33.19',
  '34.03', '33.08', '12.07', '35.07', '31.75', '33.20', '32.01', '34.01', '33.22', '33.05', '35.09', '33.03', '36.03', '73.71', '52.71', '33.26', '35.16', '18.71',
]
