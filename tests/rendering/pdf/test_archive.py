"""The colour profile and the metadata that archives ask for."""

from __future__ import annotations

import io

from PIL import ImageCms

from briefgen.rendering.pdf.archive import srgb_profile


def test_the_profile_is_read_by_others_as_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    assert profile.profile.xcolor_space.strip() == "RGB"


def test_colours_come_through_the_profile_as_through_the_standard_one() -> None:
    from PIL import Image

    colours = Image.new("RGB", (6, 1))
    colours.putdata([(0, 0, 0), (255, 255, 255), (20, 48, 79), (255, 192, 0), (51, 255, 0), (128, 128, 128)])
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    through = ImageCms.profileToProfile(colours, ours, ImageCms.createProfile("sRGB"))
    assert through is not None
    for given, got in zip(colours.tobytes(), through.tobytes(), strict=True):
        assert abs(given - got) <= 2


def test_the_profile_is_the_same_every_time() -> None:
    assert srgb_profile() == srgb_profile()
    assert len(srgb_profile()) < 4000
