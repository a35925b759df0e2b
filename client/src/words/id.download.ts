/** The network as a file: it comes with the page of downloads. */
export const idDownload = {
  'download.intro': 'Berkas berisi apa yang boleh dilihat siapa saja: organisasi, layanan, hubungan, dan kebutuhan, dengan sumbernya. Kontak orang tidak ikut.', 'download.introYours': 'Berkas berisi apa yang boleh Anda lihat, dan pengunduhannya tercatat. Kontak orang hanya ikut untuk organisasi yang Anda kelola: jaga berkasnya baik-baik.',
  'download.of': 'Organisasi ini dan yang terhubung dengannya', 'download.region': 'Wilayah', 'download.regionHelp': 'Kosong berarti seluruh Indonesia.', 'download.onDay': 'Hanya yang berlaku pada satu tanggal', 'download.onDayHelp': 'Tanpa ini ikut juga yang sudah berakhir dan organisasi yang sudah tidak ada.',
  'download.formats': 'Pilih bentuk berkasnya', 'download.formatsOn': 'Keadaan {date}: pilih bentuk berkasnya',
  'download.xlsx': 'Buku kerja (XLSX)', 'download.xlsxFor': 'Untuk Excel, LibreOffice, atau Google Sheets: satu lembar untuk setiap daftar.', 'download.csv': 'Semua daftar (CSV dalam ZIP)', 'download.csvFor': 'Untuk program statistik dan basis data.',
  'download.geojson': 'Titik di peta (GeoJSON)', 'download.geojsonFor': 'Untuk QGIS dan peta web. Lokasi yang disamarkan menyebut ketelitiannya.', 'download.graphml': 'Jaringan (GraphML)', 'download.graphmlFor': 'Untuk Gephi, Cytoscape, yEd, R, atau Python.', 'download.gexf': 'Jaringan (GEXF)', 'download.gexfFor': 'Untuk Gephi, dengan warna peta ini dan waktu berlakunya hubungan.',
  'download.hxl': 'Siapa, apa, di mana (HXL)', 'download.hxlFor': 'Layanan per wilayah, untuk bertukar data dengan lembaga kemanusiaan.', 'download.jsonld': 'Data tertaut (JSON-LD)', 'download.jsonldFor': 'Dengan istilah schema.org, untuk mesin pencari dan pengembang.', 'download.kumu': 'Kumu (JSON)', 'download.kumuFor': 'Untuk diimpor ke Kumu.',
  'download.api': 'Untuk program: dokumentasi API',
} as const;
