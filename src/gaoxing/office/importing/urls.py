"""Addresses of importing (导入)."""

from django.urls import path

from gaoxing.office.importing.views import batches, uploading

urlpatterns = [
    path("staff/imports", uploading.overview, name="imports"),
    path("staff/imports/<str:kind>", uploading.upload, name="import_upload"),
    path("staff/imports/<str:kind>/template.xlsx", uploading.template, name="import_template"),
    path("staff/imports/<str:kind>/<int:number>", batches.page, name="import_batch"),
    path("staff/imports/<str:kind>/<int:number>/step", batches.step, name="import_step"),
    path("staff/imports/<str:kind>/<int:number>/confirm", batches.confirm, name="import_confirm"),
    path("staff/imports/<str:kind>/<int:number>/discard", batches.discard, name="import_discard"),
    path("staff/imports/<str:kind>/<int:number>/faults.xlsx", batches.faults, name="import_faults"),
]
