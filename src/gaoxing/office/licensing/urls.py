"""Addresses of the joint licence cases (证照联办)."""

from django.urls import path

from gaoxing.office.licensing.views import catalogue, desk, licence, mine, public, window

urlpatterns = [
    path("cases/<str:number>/licences", mine.page, name="joint_mine"),
    path("cases/<str:number>/licences/visit", mine.visit, name="joint_visit"),
    path("cases/<str:number>/licences/delivery", mine.delivery, name="joint_delivery"),
    path("cases/<str:number>/licences/opening", mine.opening, name="joint_opening"),
    path("cases/<str:number>/licences/blanks", mine.blanks, name="joint_blanks"),
    path("cases/<str:number>/licences/files", mine.add_file, name="joint_file_add"),
    path("cases/<str:number>/licences/files/place", mine.place_file, name="joint_file_place"),
    path("cases/<str:number>/licences/<str:licence>/act", mine.act, name="joint_mine_act"),
    path("cases/<str:number>/licences/<str:licence>/commit", mine.commit, name="joint_commit"),
    path("staff/licences-to-do", desk.overview, name="joint_desk"),
    path("staff/licences-to-do/<str:number>/<str:licence>", desk.item, name="joint_item"),
    path("staff/licences-to-do/<str:number>/<str:licence>/act", desk.act, name="joint_item_act"),
    path("staff/licences-to-do/<str:number>/<str:licence>/files/<int:file>", desk.download, name="joint_item_file"),
    path("staff/licences-to-do/<str:number>/<str:licence>/files/<int:file>/preview.jpg", desk.preview, name="joint_item_preview"),
    path("staff/joint", window.overview, name="joint_window"),
    path("staff/joint/route", window.route, name="joint_route"),
    path("staff/joint/<str:number>", window.case, name="joint_case"),
    path("staff/joint/<str:number>/act", window.act, name="joint_case_act"),
    path("staff/joint/<str:number>/files", window.place, name="joint_case_files"),
    path("staff/catalogue", catalogue.overview, name="joint_catalogue"),
    path("staff/catalogue/preview", catalogue.preview, name="joint_catalogue_preview"),
    path("staff/catalogue/publish", catalogue.publish, name="joint_catalogue_publish"),
    path("staff/catalogue/units", catalogue.assign, name="joint_units"),
    path("staff/catalogue/licences/<str:licence>", licence.form, name="joint_licence"),
    path("staff/catalogue/licences/<str:licence>/preview", licence.preview, name="joint_licence_preview"),
    path("staff/catalogue/versions/<int:number>", catalogue.version, name="joint_catalogue_version"),
    path("staff/catalogue/<int:number>/withdraw", catalogue.withdraw, name="joint_catalogue_withdraw"),
    path("permits/<str:token>", public.sheet, name="joint_public"),
]
