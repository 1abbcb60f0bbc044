#include "demo-assortment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EUR(amount) ((GrPrice) ((amount) *10000 + 0.5))
#define QTY(units)  ((GrQty) ((units) *1000 + 0.5))

/* A delicatessen that does not exist. Its families and units are said in the language of whoever makes it; what it
 * sells bears the names that the makers gave it. */
static const char *const families[] = {
    N_ ("Cheese"),
    N_ ("Charcuterie"),
    N_ ("Antipasti & olives"),
    N_ ("Oils & vinegars"),
    N_ ("Pasta & pantry"),
    N_ ("Wine & drinks"),
    N_ ("Chocolate & sweets"),
    N_ ("Fresh & seasonal"),
};

static const GrDemoSupplier suppliers[] = {
    {"Sennerei Bergblick", "bestellung@bergblick.example", "+49 8321 555 010", 5, 1, 14, 5000, 7},
    {"Fromagerie Delmas", "commandes@delmas.example", "+33 3 55 50 12 20", 9, 2, 30, 15000, 7},
    {"Salumeria Conti", "ordini@conti.example", "+39 0521 555 130", 10, 2, 30, 20000, 7},
    {"Oleificio Santoro", "ordini@santoro.example", "+39 0931 555 244", 21, 4, 45, 30000, 14},
    {"Pastificio Marchetti", "ordini@marchetti.example", "+39 081 555 367", 16, 3, 30, 15000, 14},
    {"Weingut Hollerbach", "keller@hollerbach.example", "+49 6131 555 480", 7, 2, 30, 12000, 14},
    {"Chocolaterie Perrin", "commandes@perrin.example", "+32 2 555 05 91", 12, 2, 30, 10000, 14},
    {"Iberia Selecta", "pedidos@iberiaselecta.example", "+34 91 555 06 02", 18, 4, 45, 25000, 14},
    {"Marktgärtnerei Lindner", "hof@lindner.example", "+49 89 555 713", 2, 0.5, 7, 0, 2},
    {"Northern Pantry Supply", "orders@northernpantry.example", "+44 113 555 0824", 8, 2, 30, 8000, 7},
};

static const GrDemoItem items[] = {
    /* code, description, family, supplier, unit, cost, price, a week, minimum, multiple, season, fate */
    {"CHE-101", "Bergkäse, aged 12 months", 0, 0, "kg", EUR (14.20), EUR (26.90), 9.5, QTY (2), QTY (1), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"CHE-102", "Emmental AOP, wheel cut", 0, 0, "kg", EUR (10.80), EUR (19.90), 7, QTY (2), QTY (1), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHE-103", "Gruyère AOP, 14 months", 0, 0, "kg", EUR (17.40), EUR (31.50), 8, QTY (2), QTY (1), GR_DEMO_WINTER,
        GR_DEMO_GROWING},
    {"CHE-104", "Appenzeller extra", 0, 0, "kg", EUR (15.90), EUR (28.50), 4, QTY (2), QTY (1), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHE-105", "Raclette, quarter wheel", 0, 0, "kg", EUR (12.10), EUR (21.90), 6, QTY (3), QTY (3), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"CHE-106", "Fondue blend, grated 400 g", 0, 0, "pcs", EUR (4.10), EUR (7.50), 16, QTY (12), QTY (6),
        GR_DEMO_WINTER, GR_DEMO_STEADY},
    {"CHE-107", "Hay-milk butter, 250 g", 0, 0, "pcs", EUR (2.05), EUR (3.60), 48, QTY (24), QTY (12), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHE-108", "Brie de Meaux AOP", 0, 1, "kg", EUR (13.60), EUR (25.90), 6, QTY (2), QTY (1), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHE-109", "Camembert de Normandie, 250 g", 0, 1, "pcs", EUR (3.25), EUR (5.90), 34, QTY (12), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_EMPTY_SHELF},
    {"CHE-110", "Comté AOP, 18 months", 0, 1, "kg", EUR (18.90), EUR (34.90), 9, QTY (2), QTY (1), GR_DEMO_CHRISTMAS,
        GR_DEMO_GROWING},
    {"CHE-111", "Roquefort AOP, 100 g", 0, 1, "pcs", EUR (2.70), EUR (4.90), 22, QTY (10), QTY (10), GR_DEMO_CHRISTMAS,
        GR_DEMO_STEADY},
    {"CHE-112", "Goat's cheese log, ash coated", 0, 1, "pcs", EUR (2.95), EUR (5.40), 26, QTY (12), QTY (6),
        GR_DEMO_SUMMER, GR_DEMO_PROMOTED},
    {"CHE-113", "Reblochon de Savoie, 450 g", 0, 1, "pcs", EUR (6.40), EUR (11.90), 9, QTY (6), QTY (6), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"CHE-114", "Mont d'Or, boxed 500 g", 0, 1, "pcs", EUR (8.10), EUR (14.90), 7, QTY (6), QTY (6), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"CHE-115", "Parmigiano Reggiano DOP, 24 months", 0, 2, "kg", EUR (16.80), EUR (29.90), 14, QTY (2), QTY (1),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"CHE-116", "Mozzarella di bufala, 125 g", 0, 2, "pcs", EUR (1.45), EUR (2.70), 88, QTY (24), QTY (24),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"CHE-117", "Burrata, 125 g", 0, 2, "pcs", EUR (1.85), EUR (3.50), 46, QTY (12), QTY (12), GR_DEMO_SUMMER,
        GR_DEMO_RAN_OUT},
    {"CHE-118", "Manchego DOP, 6 months", 0, 7, "kg", EUR (14.90), EUR (27.50), 5, QTY (3), QTY (3), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHA-101", "Prosciutto di Parma DOP, sliced 100 g", 1, 2, "pcs", EUR (3.60), EUR (6.50), 54, QTY (20), QTY (10),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"CHA-102", "Mortadella with pistachio", 1, 2, "kg", EUR (9.80), EUR (18.90), 6, QTY (3), QTY (3), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"CHA-103", "Salame Milano", 1, 2, "kg", EUR (13.20), EUR (24.90), 5, QTY (2), QTY (1), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHA-104", "Finocchiona, fennel salami 250 g", 1, 2, "pcs", EUR (5.10), EUR (9.40), 14, QTY (6), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"CHA-105", "Bresaola, sliced 80 g", 1, 2, "pcs", EUR (3.95), EUR (7.20), 19, QTY (10), QTY (10), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHA-106", "Guanciale, piece 300 g", 1, 2, "pcs", EUR (5.40), EUR (9.90), 11, QTY (6), QTY (6), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"CHA-107", "Pancetta, cubed 150 g", 1, 2, "pcs", EUR (2.30), EUR (4.20), 29, QTY (12), QTY (12), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHA-108", "'Nduja, jar 180 g", 1, 2, "pcs", EUR (4.05), EUR (7.50), 12, QTY (6), QTY (6), GR_DEMO_EVEN,
        GR_DEMO_GROWING},
    {"CHA-109", "Jamón ibérico de cebo, 80 g", 1, 7, "pcs", EUR (6.90), EUR (12.50), 17, QTY (10), QTY (10),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"CHA-110", "Jamón serrano, whole 6.5 kg", 1, 7, "pcs", EUR (68.00), EUR (119.00), 0.8, QTY (1), QTY (1),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"CHA-111", "Chorizo ibérico, hot 200 g", 1, 7, "pcs", EUR (3.80), EUR (6.90), 21, QTY (12), QTY (12),
        GR_DEMO_SUMMER, GR_DEMO_RUNNING_LOW},
    {"CHA-112", "Fuet, 170 g", 1, 7, "pcs", EUR (2.60), EUR (4.80), 25, QTY (12), QTY (12), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHA-113", "Duck rillettes, jar 180 g", 1, 1, "pcs", EUR (3.70), EUR (6.80), 13, QTY (6), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"CHA-114", "Pâté de campagne, 200 g", 1, 1, "pcs", EUR (3.10), EUR (5.70), 15, QTY (6), QTY (6), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"CHA-115", "Smoked bacon, farmhouse 200 g", 1, 0, "pcs", EUR (2.80), EUR (4.90), 24, QTY (10), QTY (10),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"ANT-101", "Olives Taggiasche, pitted 180 g", 2, 3, "pcs", EUR (3.20), EUR (5.90), 28, QTY (12), QTY (12),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"ANT-102", "Olives Castelvetrano, 200 g", 2, 3, "pcs", EUR (2.90), EUR (5.40), 24, QTY (12), QTY (12),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"ANT-103", "Kalamata olives, 200 g", 2, 9, "pcs", EUR (2.35), EUR (4.50), 18, QTY (12), QTY (12), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"ANT-104", "Sun-dried tomatoes in oil, 280 g", 2, 3, "pcs", EUR (3.05), EUR (5.60), 22, QTY (12), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"ANT-105", "Artichoke hearts, grilled 280 g", 2, 3, "pcs", EUR (3.85), EUR (6.90), 16, QTY (12), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_EMPTY_SHELF},
    {"ANT-106", "Capers from Pantelleria, 90 g", 2, 3, "pcs", EUR (2.70), EUR (4.90), 11, QTY (12), QTY (12),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"ANT-107", "Anchovies from Cantabria, 50 g", 2, 7, "pcs", EUR (3.40), EUR (6.20), 14, QTY (12), QTY (12),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"ANT-108", "Piquillo peppers, 220 g", 2, 7, "pcs", EUR (2.80), EUR (5.10), 12, QTY (12), QTY (12), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"ANT-109", "Tuna belly in olive oil, 110 g", 2, 7, "pcs", EUR (4.60), EUR (8.50), 13, QTY (12), QTY (12),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"ANT-110", "Sardines in tomato, tin", 2, 7, "pcs", EUR (1.90), EUR (3.60), 27, QTY (24), QTY (12), GR_DEMO_EVEN,
        GR_DEMO_PROMOTED},
    {"ANT-111", "Mussels in escabeche, tin", 2, 7, "pcs", EUR (2.45), EUR (4.60), 9, QTY (12), QTY (12), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"ANT-112", "Pesto alla genovese, 130 g", 2, 3, "pcs", EUR (3.10), EUR (5.70), 37, QTY (12), QTY (12),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"ANT-113", "Truffle tapenade, 90 g", 2, 3, "pcs", EUR (4.90), EUR (8.90), 8, QTY (6), QTY (6), GR_DEMO_CHRISTMAS,
        GR_DEMO_STEADY},
    {"ANT-114", "Giardiniera, pickled vegetables 300 g", 2, 3, "pcs", EUR (2.60), EUR (4.90), 10, QTY (12), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_DYING},
    {"OIL-101", "Olive oil extra virgin, Liguria 500 ml", 3, 3, "btl", EUR (8.90), EUR (15.90), 21, QTY (12), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"OIL-102", "Olive oil extra virgin, Sicily 750 ml", 3, 3, "btl", EUR (10.40), EUR (18.50), 18, QTY (12), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"OIL-103", "Olive oil, Picual early harvest 500 ml", 3, 7, "btl", EUR (9.30), EUR (16.90), 9, QTY (6), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"OIL-104", "Olive oil, lemon pressed 250 ml", 3, 3, "btl", EUR (5.60), EUR (9.90), 8, QTY (6), QTY (6),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"OIL-105", "Balsamic vinegar of Modena IGP, 250 ml", 3, 2, "btl", EUR (5.90), EUR (10.90), 14, QTY (6), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"OIL-106", "Balsamic vinegar tradizionale, 12 years 100 ml", 3, 2, "btl", EUR (38.00), EUR (64.00), 0.9, QTY (1),
        QTY (1), GR_DEMO_CHRISTMAS, GR_DEMO_OVERBOUGHT},
    {"OIL-107", "Sherry vinegar, reserve 375 ml", 3, 7, "btl", EUR (4.10), EUR (7.50), 7, QTY (6), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"OIL-108", "Raspberry vinegar, 250 ml", 3, 9, "btl", EUR (3.90), EUR (7.20), 5, QTY (6), QTY (6), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"OIL-109", "Walnut oil, cold pressed 250 ml", 3, 1, "btl", EUR (6.20), EUR (11.50), 4, QTY (6), QTY (6),
        GR_DEMO_AUTUMN, GR_DEMO_STEADY},
    {"OIL-110", "Pumpkin seed oil, Styria 250 ml", 3, 9, "btl", EUR (7.40), EUR (12.90), 8, QTY (6), QTY (6),
        GR_DEMO_AUTUMN, GR_DEMO_STEADY},
    {"OIL-111", "White truffle oil, 100 ml", 3, 3, "btl", EUR (6.80), EUR (12.50), 3, QTY (6), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"OIL-112", "Cold-pressed rapeseed oil, 500 ml", 3, 9, "btl", EUR (3.90), EUR (6.90), 15, QTY (12), QTY (6),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"PAN-101", "Spaghetti, bronze drawn 500 g", 4, 4, "pcs", EUR (1.35), EUR (2.60), 96, QTY (24), QTY (12),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"PAN-102", "Penne rigate, bronze drawn 500 g", 4, 4, "pcs", EUR (1.35), EUR (2.60), 71, QTY (24), QTY (12),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"PAN-103", "Tagliatelle with egg, 250 g", 4, 4, "pcs", EUR (2.10), EUR (3.90), 42, QTY (12), QTY (12),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"PAN-104", "Orecchiette, 500 g", 4, 4, "pcs", EUR (1.75), EUR (3.30), 31, QTY (12), QTY (12), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"PAN-105", "Pappardelle with egg, 250 g", 4, 4, "pcs", EUR (2.25), EUR (4.20), 26, QTY (12), QTY (12),
        GR_DEMO_AUTUMN, GR_DEMO_PROMOTED},
    {"PAN-106", "Lasagne sheets, 500 g", 4, 4, "pcs", EUR (1.95), EUR (3.60), 22, QTY (12), QTY (12), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"PAN-107", "Gnocchi di patate, fresh 500 g", 4, 4, "pcs", EUR (2.15), EUR (3.95), 38, QTY (12), QTY (6),
        GR_DEMO_WINTER, GR_DEMO_STEADY},
    {"PAN-108", "Risotto rice, Carnaroli 1 kg", 4, 4, "pcs", EUR (3.15), EUR (5.60), 24, QTY (10), QTY (10),
        GR_DEMO_AUTUMN, GR_DEMO_STEADY},
    {"PAN-109", "Polenta, coarse 500 g", 4, 4, "pcs", EUR (1.60), EUR (3.10), 12, QTY (12), QTY (12), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"PAN-110", "Passata rustica, 680 g", 4, 4, "pcs", EUR (1.30), EUR (2.50), 67, QTY (12), QTY (12), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"PAN-111", "Tomatoes San Marzano DOP, 400 g", 4, 4, "pcs", EUR (1.55), EUR (2.90), 58, QTY (24), QTY (24),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"PAN-112", "Arrabbiata sauce, 280 g", 4, 4, "pcs", EUR (2.35), EUR (4.40), 24, QTY (12), QTY (6), GR_DEMO_EVEN,
        GR_DEMO_RUNNING_LOW},
    {"PAN-113", "Ragù of wild boar, 180 g", 4, 4, "pcs", EUR (3.80), EUR (6.90), 10, QTY (6), QTY (6), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"PAN-114", "Dried porcini, 40 g", 4, 2, "pcs", EUR (4.30), EUR (7.90), 9, QTY (10), QTY (10), GR_DEMO_AUTUMN,
        GR_DEMO_STEADY},
    {"PAN-115", "Fleur de sel, Guérande 125 g", 4, 1, "pcs", EUR (3.20), EUR (5.90), 12, QTY (12), QTY (12),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"PAN-116", "Salt & pepper mill set", 4, 9, "pcs", EUR (8.50), EUR (16.90), 3, QTY (4), QTY (4), GR_DEMO_CHRISTMAS,
        GR_DEMO_STEADY},
    {"PAN-117", "Dijon mustard, 210 g", 4, 1, "pcs", EUR (1.70), EUR (3.20), 26, QTY (12), QTY (12), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"PAN-118", "Fig mustard, 100 g", 4, 1, "pcs", EUR (2.50), EUR (4.70), 13, QTY (12), QTY (6), GR_DEMO_CHRISTMAS,
        GR_DEMO_STEADY},
    {"PAN-119", "Chestnut honey, 400 g", 4, 2, "pcs", EUR (5.10), EUR (9.20), 9, QTY (6), QTY (6), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"PAN-120", "Grissini with rosemary, 150 g", 4, 4, "pcs", EUR (1.45), EUR (2.80), 36, QTY (12), QTY (12),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"PAN-121", "Crackers with sea salt, 150 g", 4, 9, "pcs", EUR (1.55), EUR (2.95), 33, QTY (12), QTY (12),
        GR_DEMO_EVEN, GR_DEMO_STEADY},
    {"PAN-122", "Chilli crunch oil, 200 g", 4, 9, "pcs", EUR (3.60), EUR (6.50), 22, QTY (12), QTY (6), GR_DEMO_EVEN,
        GR_DEMO_NEW},
    {"WIN-101", "Riesling Kabinett, 0.75 l", 5, 5, "btl", EUR (6.40), EUR (11.50), 27, QTY (12), QTY (6),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"WIN-102", "Grauburgunder dry, 0.75 l", 5, 5, "btl", EUR (6.10), EUR (10.90), 33, QTY (12), QTY (6),
        GR_DEMO_SUMMER, GR_DEMO_PROMOTED},
    {"WIN-103", "Spätburgunder, village 0.75 l", 5, 5, "btl", EUR (8.20), EUR (14.50), 17, QTY (12), QTY (6),
        GR_DEMO_WINTER, GR_DEMO_STEADY},
    {"WIN-104", "Rosé from Pinot noir, 0.75 l", 5, 5, "btl", EUR (5.80), EUR (10.50), 22, QTY (12), QTY (6),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"WIN-105", "Winzersekt brut, 0.75 l", 5, 5, "btl", EUR (8.90), EUR (15.90), 18, QTY (6), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"WIN-106", "Prosecco DOC, 0.75 l", 5, 2, "btl", EUR (5.90), EUR (10.90), 38, QTY (12), QTY (6), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"WIN-107", "Chianti Classico DOCG, 0.75 l", 5, 2, "btl", EUR (8.60), EUR (14.90), 19, QTY (6), QTY (6),
        GR_DEMO_WINTER, GR_DEMO_STEADY},
    {"WIN-108", "Primitivo di Manduria, 0.75 l", 5, 2, "btl", EUR (7.30), EUR (12.90), 24, QTY (6), QTY (6),
        GR_DEMO_WINTER, GR_DEMO_GROWING},
    {"WIN-109", "Rioja Crianza, 0.75 l", 5, 7, "btl", EUR (6.90), EUR (12.50), 21, QTY (12), QTY (6), GR_DEMO_WINTER,
        GR_DEMO_STEADY},
    {"WIN-110", "Cava brut nature, 0.75 l", 5, 7, "btl", EUR (6.20), EUR (11.20), 16, QTY (12), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_RUNNING_LOW},
    {"WIN-111", "Vermouth rosso, 0.75 l", 5, 7, "btl", EUR (9.40), EUR (16.50), 6, QTY (6), QTY (6), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"WIN-112", "Grappa di Moscato, 0.5 l", 5, 2, "btl", EUR (14.80), EUR (25.90), 3, QTY (6), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"WIN-113", "Mulled wine, winegrower's 1 l", 5, 5, "btl", EUR (3.90), EUR (6.90), 9, QTY (12), QTY (12),
        GR_DEMO_CHRISTMAS, GR_DEMO_OVERBOUGHT},
    {"WIN-114", "Lemonade, Sicilian blood orange 275 ml", 5, 9, "btl", EUR (1.05), EUR (2.20), 64, QTY (24), QTY (24),
        GR_DEMO_SUMMER, GR_DEMO_STEADY},
    {"WIN-115", "Espresso beans, house roast 250 g", 5, 9, "pcs", EUR (5.20), EUR (8.90), 41, QTY (10), QTY (10),
        GR_DEMO_EVEN, GR_DEMO_MISCOUNTED},
    {"WIN-116", "Darjeeling first flush, 100 g", 5, 9, "pcs", EUR (6.30), EUR (11.50), 6, QTY (6), QTY (6),
        GR_DEMO_WINTER, GR_DEMO_DYING},
    {"SWE-101", "Dark chocolate 72 %, 70 g", 6, 6, "pcs", EUR (2.10), EUR (3.90), 52, QTY (20), QTY (10),
        GR_DEMO_WINTER, GR_DEMO_STEADY},
    {"SWE-102", "Milk chocolate with hazelnut, 70 g", 6, 6, "pcs", EUR (2.10), EUR (3.90), 44, QTY (20), QTY (10),
        GR_DEMO_WINTER, GR_DEMO_STEADY},
    {"SWE-103", "Gianduja pralines, box 200 g", 6, 6, "pcs", EUR (7.80), EUR (13.90), 11, QTY (6), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"SWE-104", "Champagne truffles, 150 g", 6, 6, "pcs", EUR (7.20), EUR (12.90), 9, QTY (6), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"SWE-105", "Easter egg, filled 120 g", 6, 6, "pcs", EUR (4.40), EUR (7.90), 10, QTY (12), QTY (6), GR_DEMO_EASTER,
        GR_DEMO_STEADY},
    {"SWE-106", "Cantuccini with almonds, 250 g", 6, 4, "pcs", EUR (3.10), EUR (5.70), 24, QTY (12), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"SWE-107", "Amaretti morbidi, 180 g", 6, 4, "pcs", EUR (3.40), EUR (6.20), 15, QTY (12), QTY (6), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"SWE-108", "Panettone classico, 1 kg", 6, 4, "pcs", EUR (9.60), EUR (17.90), 8, QTY (6), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"SWE-109", "Nougat soft, with pistachio 100 g", 6, 1, "pcs", EUR (2.90), EUR (5.40), 10, QTY (12), QTY (12),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"SWE-110", "Calissons d'Aix, box", 6, 1, "pcs", EUR (6.90), EUR (12.50), 4, QTY (6), QTY (6), GR_DEMO_CHRISTMAS,
        GR_DEMO_STEADY},
    {"SWE-111", "Turrón blando, 200 g", 6, 7, "pcs", EUR (4.30), EUR (7.90), 6, QTY (6), QTY (6), GR_DEMO_CHRISTMAS,
        GR_DEMO_STEADY},
    {"SWE-112", "Hazelnut spread 45 %, 200 g", 6, 6, "pcs", EUR (4.20), EUR (7.60), 19, QTY (12), QTY (6), GR_DEMO_EVEN,
        GR_DEMO_GROWING},
    {"SWE-113", "Candied orange peel in chocolate, 125 g", 6, 6, "pcs", EUR (4.70), EUR (8.50), 8, QTY (6), QTY (6),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"FRE-101", "White asparagus, class I", 7, 8, "kg", EUR (7.20), EUR (12.90), 70, QTY (10), QTY (5),
        GR_DEMO_ASPARAGUS, GR_DEMO_STEADY},
    {"FRE-102", "Green asparagus, bunch 500 g", 7, 8, "pcs", EUR (2.90), EUR (5.20), 58, QTY (12), QTY (6),
        GR_DEMO_ASPARAGUS, GR_DEMO_STEADY},
    {"FRE-103", "Sourdough loaf, 1 kg", 7, 8, "pcs", EUR (2.60), EUR (4.90), 112, QTY (10), QTY (1), GR_DEMO_EVEN,
        GR_DEMO_STEADY},
    {"FRE-104", "Ciabatta, 300 g", 7, 8, "pcs", EUR (1.10), EUR (2.40), 95, QTY (10), QTY (5), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"FRE-105", "Baguette de tradition", 7, 8, "pcs", EUR (0.85), EUR (1.90), 140, QTY (20), QTY (10), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"FRE-106", "Cherry tomatoes on the vine", 7, 8, "kg", EUR (2.70), EUR (4.90), 24, QTY (5), QTY (5), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"FRE-107", "Rocket, 100 g", 7, 8, "pcs", EUR (0.90), EUR (1.80), 46, QTY (10), QTY (10), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"FRE-108", "Basil, potted", 7, 8, "pcs", EUR (1.15), EUR (2.50), 32, QTY (8), QTY (8), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
    {"FRE-109", "Figs, fresh", 7, 8, "kg", EUR (4.60), EUR (8.90), 7, QTY (2), QTY (2), GR_DEMO_AUTUMN, GR_DEMO_STEADY},
    {"FRE-110", "Chestnuts", 7, 8, "kg", EUR (4.20), EUR (7.90), 6, QTY (5), QTY (5), GR_DEMO_AUTUMN, GR_DEMO_STEADY},
    {"FRE-111", "Truffle, black winter", 7, 1, "kg", EUR (420.00), EUR (690.00), 0.12, QTY (0.1), QTY (0.05),
        GR_DEMO_CHRISTMAS, GR_DEMO_STEADY},
    {"FRE-112", "Obazda, house made", 7, 8, "kg", EUR (6.40), EUR (13.90), 8, QTY (1), QTY (0.5), GR_DEMO_SUMMER,
        GR_DEMO_STEADY},
};

const char *const *
gr_demo_families (gsize *n)
{
  *n = G_N_ELEMENTS (families);
  return families;
}

const GrDemoSupplier *
gr_demo_suppliers (gsize *n)
{
  *n = G_N_ELEMENTS (suppliers);
  return suppliers;
}

const GrDemoItem *
gr_demo_items (gsize *n)
{
  *n = G_N_ELEMENTS (items);
  return items;
}

/**
 * gr_demo_barcode:
 *
 * Returns: (transfer full): an EAN-13 of the range that GS1 keeps for use inside a shop (prefix 20 to 29), with its
 *   check digit: weights 1 and 3 in turn, up to the next ten.
 */
char *
gr_demo_barcode (gsize item)
{
  g_autofree char *digits = g_strdup_printf ("2900%08d", (int) (10450 + 17 * item));
  int sum = 0;

  for (int i = 0; i < 12; i++)
    sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return g_strdup_printf ("%s%d", digits, (10 - sum % 10) % 10);
}

/**
 * gr_demo_item_unit:
 *
 * Returns: (transfer none): what @item is counted in, translated
 */
const char *
gr_demo_item_unit (const GrDemoItem *item)
{
  if (strcmp (item->unit, "pcs") == 0)
    return C_ ("unit", "pcs");
  return strcmp (item->unit, "btl") == 0 ? C_ ("unit", "btl") : C_ ("unit", "kg");
}
