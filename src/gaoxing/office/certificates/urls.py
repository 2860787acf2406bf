"""Addresses of the certificates (证照)."""

from django.urls import path

from gaoxing.office.certificates.views import codes, public, revoking, seal

urlpatterns = [
    path("licence", public.find, name="licence_find"),
    path("licence/<str:token>", public.shown, name="licence"),
    path("staff/codes", codes.overview, name="code_ranges"),
    path("staff/codes/add", codes.add, name="code_range_add"),
    path("staff/codes/<int:number>/close", codes.close, name="code_range_close"),
    path("staff/seal", seal.overview, name="seal"),
    path("staff/seal/picture.png", seal.picture, name="seal_picture"),
    path("staff/seal/set", seal.configure, name="seal_set"),
    path("staff/seal/withdraw", seal.withdraw, name="seal_withdraw"),
    path("staff/licences", revoking.find, name="licences"),
    path("staff/licences/<int:number>", revoking.one, name="licence_staff"),
    path("staff/licences/<int:number>/revoke", revoking.revoke, name="licence_revoke"),
]
