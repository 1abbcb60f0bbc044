#include "import-table.h"

#include <glib/gi18n-lib.h>

/* Headers that people's files have for an item's code, in every table. */
#define ITEM_WORDS                                                                                                     \
  "itemcode itemno itemnumber itemid sku code stockcode product productcode productid productno productnumber "        \
  "article articlecode articleno articlenumber partno partnumber part variantsku internalreference defaultcode "       \
  "artikel artikelnr artikelnummer artikelcode produktnummer produktnr warennummer codearticle refarticle "            \
  "reference ref referencia codigo codigoarticulo articulo articolo codice codicearticolo codart artigo"
#define DESCRIPTION_WORDS                                                                                              \
  "itemdescription itemname productname productdescription name title desc label bezeichnung beschreibung "            \
  "artikelbezeichnung produktname designation libelle nom descripcion nombre denominacion descrizione nome "           \
  "omschrijving naam descricao"
#define SUPPLIER_WORDS                                                                                                 \
  "suppliername vendor vendorname manufacturer lieferant lieferantenname hersteller fournisseur nomfournisseur "       \
  "proveedor fornitore leverancier fornecedor"
#define QUANTITY_WORDS                                                                                                 \
  "qty quant units pieces pcs menge anzahl stuck stueck stk quantite qte cantidad cant unidades quantita qta "         \
  "aantal hoeveelheid quantidade qtd"
#define PRICE_WORDS                                                                                                    \
  "price sellingprice salesprice saleprice retailprice listprice itemprice preis einzelpreis verkaufspreis vk "        \
  "vkpreis stuckpreis stueckpreis prix prixunitaire prixdevente pu pvp precio preciounitario preciodeventa "           \
  "prezzo prezzounitario prezzodivendita prijs stuksprijs verkoopprijs precounitario preco"

static const GrImportField items_fields[] = {
    [GR_ITEMS_ITEM] = {"item", N_ ("Item"), GR_FIELD_TEXT, TRUE, ITEM_WORDS},
    [GR_ITEMS_DESCRIPTION] = {"description", N_ ("Description"), GR_FIELD_TEXT, FALSE, DESCRIPTION_WORDS},
    [GR_ITEMS_FAMILY] = {"family", N_ ("Family"), GR_FIELD_TEXT, FALSE,
        "productfamily category productcategory group productgroup itemgroup department class type familie warengruppe "
        "produktgruppe kategorie gruppe famille categorie rayon groupe familia categoria grupo famiglia gruppo "
        "reparto artikelgroep productgroep groep"},
    [GR_ITEMS_SUPPLIER] = {"supplier", N_ ("Supplier"), GR_FIELD_TEXT, FALSE, SUPPLIER_WORDS},
    [GR_ITEMS_UNIT_COST] = {"unit_cost", N_ ("Purchase price"), GR_FIELD_PRICE, FALSE,
        "cost costprice purchaseprice buyingprice standardcost standardprice einkaufspreis ek ekpreis einstandspreis "
        "kosten prixdachat prixachat cout coutunitaire coste costo preciodecompra costeunitario prezzodiacquisto "
        "costounitario inkoopprijs kostprijs custo custounitario"},
    [GR_ITEMS_UNIT_PRICE] = {"unit_price", N_ ("Selling price"), GR_FIELD_PRICE, FALSE, PRICE_WORDS},
    [GR_ITEMS_MINIMUM_ORDER_QUANTITY] = {"minimum_order_quantity", N_ ("Minimum quantity"), GR_FIELD_QUANTITY, FALSE,
        "moq minorderqty minimumorderqty minorder minqty minimumquantity mindestmenge mindestbestellmenge "
        "mindestabnahme qtemin quantiteminimum quantiteminimale cantidadminima quantitaminima minimumbestelhoeveelheid "
        "minimaleafname"},
    [GR_ITEMS_ORDER_MULTIPLE] = {"order_multiple", N_ ("Pack size"), GR_FIELD_QUANTITY, FALSE,
        "multiple packsize pack casesize caseqty packqty lotsize rounding verpackungseinheit ve gebinde packmenge "
        "colisage conditionnement multiplo lote confezione imballo verpakkingseenheid besteleenheid"},
    [GR_ITEMS_STATUS] = {"status", N_ ("Status"), GR_FIELD_STATUS, FALSE,
        "active state itemstatus aktiv zustand statut etat actif estado activo stato attivo actief"},
    [GR_ITEMS_UNIT] = {"unit", N_ ("Unit"), GR_FIELD_TEXT, FALSE,
        "uom unitofmeasure measure einheit mengeneinheit me unite unidad unidaddemedida unita unitadimisura eenheid "
        "unidade"},
    [GR_ITEMS_BARCODE] = {"barcode", N_ ("Barcode"), GR_FIELD_TEXT, FALSE,
        "ean ean13 gtin upc eancode strichcode codebarre codebarres codigodebarras codiceabarre streepjescode"},
    [GR_ITEMS_SUPPLIER_CODE] = {"supplier_code", N_ ("Supplier’s item code"), GR_FIELD_TEXT, FALSE,
        "supplieritem supplieritemcode suppliersku vendorcode vendorsku vendoritem vendorproductcode "
        "lieferantenartikelnummer lieferantenartikelnr bestellnummer bestellnr reffournisseur referencefournisseur "
        "referenciaproveedor codicefornitore leverancierscode"},
    [GR_ITEMS_SERVICE_LEVEL] = {"service_level", N_ ("Service level"), GR_FIELD_SHARE, FALSE,
        "servicelevelpercent servicegrad lieferbereitschaft tauxdeservice niveldeservicio livellodiservizio "
        "servicegraad"},
    [GR_ITEMS_STOCKED] = {"stocked", N_ ("Stocked"), GR_FIELD_FLAG, FALSE,
        "isstocked trackinventory stockitem lagergefuhrt lagerartikel stocke gestionstock almacenable voorraadartikel"},
};

static const GrImportField suppliers_fields[] = {
    [GR_SUPPLIERS_SUPPLIER] = {"supplier", N_ ("Supplier"), GR_FIELD_TEXT, TRUE,
        SUPPLIER_WORDS " name company firma nom nombre nome naam"},
    [GR_SUPPLIERS_CURRENCY] = {"currency", N_ ("Currency"), GR_FIELD_TEXT, FALSE,
        "currencycode wahrung waehrung devise moneda divisa valuta munt moeda"},
    [GR_SUPPLIERS_LEAD_TIME_DAYS] = {"lead_time_days", N_ ("Lead time (days)"), GR_FIELD_COUNT, FALSE,
        "leadtime leaddays deliverytime deliverydays lieferzeit lieferzeittage delai delaidelivraison plazo "
        "plazodeentrega plazoentrega tempodiconsegna levertijd prazo prazodeentrega"},
    [GR_SUPPLIERS_LEAD_TIME_SD_DAYS] = {"lead_time_sd_days", N_ ("Lead time varies by (days)"), GR_FIELD_QUANTITY,
        FALSE,
        "leadtimesd leadtimedeviation leadtimestddev leadtimevariation lieferzeitabweichung lieferzeitstreuung "
        "ecartdelai desviacionplazo"},
    [GR_SUPPLIERS_PAYMENT_TERMS_DAYS] = {"payment_terms_days", N_ ("Payment due (days)"), GR_FIELD_COUNT, FALSE,
        "paymentterms paymentdays terms creditdays zahlungsziel zahlungsfrist delaidepaiement plazodepago "
        "terminidipagamento betalingstermijn"},
    [GR_SUPPLIERS_MINIMUM_ORDER_VALUE] = {"minimum_order_value", N_ ("Minimum order value"), GR_FIELD_PRICE, FALSE,
        "minordervalue minimumorder minimumvalue mov mindestbestellwert montantminimum minimumcommande "
        "pedidominimo importeminimo ordineminimo minimumorderbedrag minimumbestelwaarde"},
    [GR_SUPPLIERS_EMAIL] = {"email", N_ ("Email"), GR_FIELD_TEXT, FALSE,
        "mail emailaddress courriel correo correoelectronico posta"},
    [GR_SUPPLIERS_PHONE] = {"phone", N_ ("Phone"), GR_FIELD_TEXT, FALSE,
        "telephone tel phonenumber mobile telefon telefono telefoon telefone"},
};

static const GrImportField stock_fields[] = {
    [GR_STOCK_ITEM] = {"item", N_ ("Item"), GR_FIELD_TEXT, TRUE, ITEM_WORDS},
    [GR_STOCK_LOCATION] = {"location", N_ ("Location"), GR_FIELD_TEXT, FALSE,
        "warehouse store shop site place bin lager lagerort standort filiale emplacement entrepot depot magasin "
        "ubicacion almacen tienda ubicazione magazzino deposito negozio locatie magazijn winkel armazem"},
    [GR_STOCK_QUANTITY] = {"quantity", N_ ("Quantity"), GR_FIELD_QUANTITY, TRUE,
        QUANTITY_WORDS " onhand qtyonhand quantityonhand stock stockonhand stockqty stocklevel count counted instock "
                       "available bestand lagerbestand istbestand gezahlt stockphysique enstock existencias "
                       "giacenza esistenza voorraad"},
    [GR_STOCK_COUNTED_ON] = {"counted_on", N_ ("Counted on"), GR_FIELD_DATE, FALSE,
        "date countdate countedat asof stockdate datum zahldatum inventurdatum stichtag datecomptage "
        "dateinventaire fecha fecharecuento data datainventario teldatum"},
};

static const GrImportField sales_fields[] = {
    [GR_SALES_ITEM] = {"item", N_ ("Item"), GR_FIELD_TEXT, TRUE, ITEM_WORDS},
    [GR_SALES_QUANTITY] = {"quantity", N_ ("Quantity"), GR_FIELD_QUANTITY, TRUE,
        QUANTITY_WORDS
        " sold qtysold quantitysold unitssold netquantity verkauft absatz vendu vendido venduto verkocht"},
    [GR_SALES_DATE] = {"date", N_ ("Date"), GR_FIELD_DATE, TRUE,
        "datetime day invoicedate saledate salesdate orderdate createdat createdon timestamp time soldon "
        "transactiondate postingdate datum verkaufsdatum rechnungsdatum belegdatum tag datefacture datevente jour "
        "fecha fechafactura fechaventa dia data datafattura datavendita giorno factuurdatum verkoopdatum"},
    [GR_SALES_INVOICE] = {"invoice", N_ ("Invoice"), GR_FIELD_TEXT, FALSE,
        "invoiceno invoicenumber invoiceid order orderno orderid ordernumber receipt receiptno receiptnumber "
        "transaction transactionid document documentno ticket rechnung rechnungsnummer rechnungsnr beleg belegnummer "
        "belegnr bon bonnummer facture nofacture numerofacture factura numerofactura fattura numerofattura scontrino "
        "factuur factuurnummer fatura"},
    [GR_SALES_LINE] = {"line", N_ ("Line"), GR_FIELD_COUNT, FALSE,
        "lineno linenumber invoiceline lineitem position pos zeile ligne linea riga regel linha"},
    [GR_SALES_DESCRIPTION] = {"description", N_ ("Description"), GR_FIELD_TEXT, FALSE, DESCRIPTION_WORDS},
    [GR_SALES_UNIT_PRICE] = {"unit_price", N_ ("Selling price"), GR_FIELD_PRICE, FALSE, PRICE_WORDS},
    [GR_SALES_CUSTOMER] = {"customer", N_ ("Customer"), GR_FIELD_TEXT, FALSE,
        "customerid customername client clientid buyer kunde kundennummer kundennr cliente codigocliente klant "
        "klantnummer"},
};

static const GrImportTable tables[GR_N_IMPORT_KINDS] = {
    [GR_IMPORT_ITEMS] = {GR_IMPORT_ITEMS, "items", N_ ("Items"), items_fields, GR_N_ITEMS_FIELDS},
    [GR_IMPORT_SUPPLIERS] = {GR_IMPORT_SUPPLIERS, "suppliers", N_ ("Suppliers"), suppliers_fields,
        GR_N_SUPPLIERS_FIELDS},
    [GR_IMPORT_STOCK] = {GR_IMPORT_STOCK, "stock", N_ ("Stock count"), stock_fields, GR_N_STOCK_FIELDS},
    [GR_IMPORT_SALES] = {GR_IMPORT_SALES, "sales", N_ ("Sales"), sales_fields, GR_N_SALES_FIELDS},
};

/**
 * gr_import_table_get:
 *
 * Returns: the fields of @kind, which is not %GR_IMPORT_GUESS.
 */
const GrImportTable *
gr_import_table_get (GrImportKind kind)
{
  g_return_val_if_fail (kind < GR_N_IMPORT_KINDS, NULL);
  return &tables[kind];
}

/**
 * gr_import_table_title:
 *
 * Returns: the table's name to show, translated.
 */
const char *
gr_import_table_title (const GrImportTable *table)
{
  return _ (table->title);
}

/**
 * gr_import_field_title:
 *
 * Returns: the field's name to show, translated.
 */
const char *
gr_import_field_title (const GrImportField *field)
{
  return _ (field->title);
}
